package org.simrelay.sweep;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a sweep counts, cards once each, and what first made it fall short. Thread-safe. */
public final class Counts {

    /** Cards that Kafka acknowledged. */
    public final AtomicLong published = new AtomicLong();
    /** Cards in sim.failures. */
    public final AtomicLong failed = new AtomicLong();
    /** Failure records; a page that was never read has one though its cards are not known. */
    public final AtomicLong failures = new AtomicLong();
    /** Failure records that cannot say how many cards they are about. */
    public final AtomicLong unknown = new AtomicLong();

    /** Cards that have left the vendor's list, not within the published ones. */
    public final AtomicLong cleared = new AtomicLong();

    /** Cards whose value is the one that was acknowledged last, and not published again. */
    public final AtomicLong unchanged = new AtomicLong();

    /** Cards seen again and not published again. */
    public final AtomicLong duplicates = new AtomicLong();
    /** Cards in replies that nobody asked for. */
    public final AtomicLong strays = new AtomicLong();
    /** HTTP calls: first tries, retries and logins. */
    public final AtomicLong requests = new AtomicLong();
    /** HTTP calls that asked again. */
    public final AtomicLong retries = new AtomicLong();
    /** HTTP calls that logged in. */
    public final AtomicLong logins = new AtomicLong();

    private final AtomicLong onFailedPages = new AtomicLong();
    private volatile Consumer<Collection<String>> onAcknowledged = cards -> {};
    private volatile boolean noted;
    private volatile Consumer<Collection<String>> onFailed = cards -> {};
    private final AtomicReference<@Nullable String> note = new AtomicReference<>();

    /** Tells this of each card that Kafka acknowledges, or has acknowledged with the same value before. */
    public void onAcknowledged(Consumer<Collection<String>> listener) {
        onAcknowledged = onAcknowledged.andThen(listener);
        noted = true;
    }

    /** Whether anybody is told of each card that Kafka acknowledges. */
    public boolean areAcknowledgedNoted() {
        return noted;
    }

    /** Tells this of each card that goes to sim.failures, where it is known which. */
    public void onFailed(Consumer<Collection<String>> listener) {
        onFailed = listener;
    }

    /** Kafka has acknowledged these cards. */
    public void acknowledged(Collection<String> cards) {
        published.addAndGet(cards.size());
        onAcknowledged.accept(cards);
    }

    /** Kafka has acknowledged the values of these cards in an earlier sweep. */
    public void unchanged(Collection<String> cards) {
        unchanged.addAndGet(cards.size());
        onAcknowledged.accept(cards);
    }

    /** Cards whose last event says what the vendor says now. */
    public long upToDate() {
        return published.get() + unchanged.get();
    }

    /** So many more failure records, about so many cards. */
    public void failed(long records, long cards) {
        failures.addAndGet(records);
        failed.addAndGet(cards);
    }

    /** As {@link #failed(long, long)}; these of the cards are known. */
    public void failed(long records, long cards, Collection<String> known) {
        failed(records, cards);
        onFailed.accept(known);
    }

    /** So many of the failed cards are on a page that was never read: which ones nobody knows. */
    public void failedUnread(long cards) {
        onFailedPages.addAndGet(cards);
    }

    /**
     * The sweep ends. A page that was never read counts with as many cards as were due on it, and other pages of a list that moves, or is
     * told wrongly, may have brought them: no more can have failed than are lacking.
     *
     * @param expected cards in all; null where that is not known
     */
    public void fitTo(@Nullable Long expected) {
        if (expected != null) {
            long over = upToDate() + failed.get() - expected;
            failed.addAndGet(-Math.max(0, Math.min(over, onFailedPages.get())));
        }
    }

    /** Says what made the sweep fall short; the first is kept, for the record of its end. */
    public void note(String reason) {
        note.compareAndSet(null, reason);
    }

    /** What made it fall short first; null if nothing did. */
    public @Nullable String firstNote() {
        return note.get();
    }
}
