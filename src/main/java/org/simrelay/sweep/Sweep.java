package org.simrelay.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.reply.Outcome;

/** One run of a poll over all its cards: who it is and why it stopped if it did. */
public final class Sweep {

    private final SweepId id;
    private final String name;
    private final Account account;
    private final EventAttributes cardAttributes;
    private final Instant startedAt;
    private volatile Instant asOf;
    private volatile Consumer<Collection<String>> onAcknowledged = cards -> {};
    private final AtomicReference<@Nullable RequestQueue> requests = new AtomicReference<>();
    private final AtomicReference<@Nullable String> stop = new AtomicReference<>();
    private final AtomicReference<@Nullable String> note = new AtomicReference<>();

    private final @Nullable Preview preview;
    private final Clock monotonic;
    private final AtomicLong lastCheckpointMillis;
    private volatile long movedMillis;
    private volatile Runnable whenStill = () -> {};
    private volatile @Nullable Progress before;
    private volatile @Nullable Long expectedBefore;
    private volatile boolean timed;
    private volatile boolean resumable;
    private volatile boolean suspended;
    private volatile boolean lost;
    private final BisectLimits bisectLimits;
    private final Streaks streaks = new Streaks(this);
    private volatile String restartedAs = "";
    private final Counts counts = new Counts();
    private volatile SweepListener listener = new SweepListener() {};

    /** A sweep that is to ask for every card, or, with a preview, to ask once and show what came. */
    public Sweep(SweepId id, Account account, Instant startedAt, @Nullable Preview preview) {
        this.preview = preview;
        this.id = id;
        this.name = id.toString();
        this.account = account;
        this.cardAttributes = new EventAttributes("simrelay." + id.query() + ".v1", account.source(), name);
        this.startedAt = startedAt;
        this.asOf = id.scheduledAt();
        this.monotonic = account.monotonic();
        this.bisectLimits =
                new BisectLimits(account.cardFlow(), account.threads().mostAsking());
        this.movedMillis = monotonic.millis();
        this.lastCheckpointMillis = new AtomicLong(movedMillis);
    }

    public SweepId id() {
        return id;
    }

    public Account account() {
        return account;
    }

    /** What it asks for is that of a sweep that was due then: a replay asks for the same day as the sweep that failed. */
    public void asksAsOf(Instant due) {
        asOf = due;
    }

    /** Tells this of each card that Kafka acknowledges. */
    public void onAcknowledged(Consumer<Collection<String>> listener) {
        onAcknowledged = listener;
    }

    /** Kafka has acknowledged these cards. */
    public void acknowledged(Collection<String> cards) {
        counts.published.addAndGet(cards.size());
        onAcknowledged.accept(cards);
    }

    /** When what it asks for was due; the same however late it asks. */
    public Instant asOf() {
        return asOf;
    }

    /** What its card events share. */
    public EventAttributes cardAttributes() {
        return cardAttributes;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /**
     * Where to go on: a sweep that was cut, whose inventory is still the same, goes on behind what was done; any other
     * starts with nothing done.
     */
    public Progress resumeFrom(String fingerprint) {
        Progress from = before;
        if (from == null) {
            return Progress.NONE;
        }
        if (!from.fingerprint().equals(fingerprint)) {
            count(Progress.NONE);
            before = Progress.NONE;
            restartedAs = from.batch() == 0 ? "" : "-of-" + fingerprint;
            return Progress.NONE;
        }
        count(from);
        if (from.failed() > 0) {
            note(from.failed() + " cards went to sim.failures before the sweep was cut");
        }
        return from;
    }

    /**
     * The sweep was cut and goes on.
     *
     * @param done what was done before
     * @param expected the cards it is to publish, null where that is not known
     */
    public void resume(Progress done, @Nullable Long expected) {
        before = done;
        expectedBefore = expected;
        count(done);
    }

    private void count(Progress done) {
        counts.published.set(done.published());
        counts.failed.set(done.failed());
        counts.failures.set(done.failed());
    }

    /** How far it had come when it was cut; nothing for one that was not. */
    public Progress before() {
        Progress from = before;
        return from == null ? Progress.NONE : from;
    }

    /** What sets its failures apart from those of the same sweep over another inventory; empty where there was none. */
    public String restartedAs() {
        return restartedAs;
    }

    /** The cards it is to publish, known before its requests are. */
    public void expects(long cards) {
        expectedBefore = cards;
    }

    /** The cards it is to publish, as known without its requests: from before it was cut, or from its inventory. */
    public @Nullable Long expectedBefore() {
        return expectedBefore;
    }

    /** The cards that were neither published nor reported when it was cut; null where that is not known. */
    public @Nullable Long unaskedBefore() {
        Long expected = expectedBefore;
        return expected == null ? null : (Long) Math.max(0, expected - counts.published.get() - counts.failed.get());
    }

    /** A timer began the sweep: the poll's own place in what is remembered is its. */
    public void timed() {
        timed = true;
        resumable = true;
    }

    /** Whether a timer began the sweep. */
    public boolean isTimed() {
        return timed;
    }

    /** When this service stops, the next run goes on with the sweep instead of ending it. */
    public void resumable() {
        resumable = true;
    }

    /** No new request goes out, and the next run goes on where this one ends; a sweep by hand just stops. */
    public void suspend(String reason) {
        if (resumable && stop.get() == null) {
            suspended = true;
        }
        stop(reason);
    }

    /** No new request goes out and nothing more is recorded: another process has the sweep. */
    public void giveUp(String reason) {
        suspended = true;
        lost = true;
        stop(reason);
    }

    /** Whether another process has the sweep. */
    public boolean isLost() {
        return lost;
    }

    /** Whether the next run goes on with the sweep. */
    public boolean isSuspended() {
        return suspended;
    }

    /** True when the last checkpoint is older than the interval; then now is the time of the last. */
    public boolean claimCheckpoint(Duration interval) {
        long last = lastCheckpointMillis.get();
        long now = monotonic.millis();
        return preview == null
                // what is kept for Kafka must arrive before a checkpoint that counts it
                && !stopped()
                && now > last + interval.toMillis()
                && lastCheckpointMillis.compareAndSet(last, now);
    }

    /** Does this where nothing moves in the sweep any more and its requests have ended. */
    public void whenStill(Runnable work) {
        whenStill = work;
    }

    /** Nothing moves in the sweep any more. */
    void isStill() {
        whenStill.run();
    }

    /** Something of the sweep moved: a request was handed out, may ask, was answered, or is done. */
    public void moved() {
        movedMillis = monotonic.millis();
    }

    /** How long nothing has moved. */
    public Duration still() {
        return Duration.ofMillis(monotonic.millis() - movedMillis);
    }

    /** Where to show the one request; null for a sweep that publishes. */
    public @Nullable Preview preview() {
        return preview;
    }

    public Counts counts() {
        return counts;
    }

    /**
     * Gives the sweep its requests.
     *
     * @throws IllegalStateException if it has them already
     */
    public RequestQueue from(CardSource source) {
        RequestQueue made = new RequestQueue(this, source, account.threads().mostAsking());
        if (!requests.compareAndSet(null, made)) {
            throw new IllegalStateException(id + " has its requests already");
        }
        return made;
    }

    /** The sweep's requests; null before it has them. */
    public @Nullable RequestQueue requests() {
        return requests.get();
    }

    /** No new request goes out; the first reason given is kept. */
    public void stop(String reason) {
        stop.compareAndSet(null, reason);
    }

    public boolean stopped() {
        return stop.get() != null;
    }

    /** Why the sweep stopped before its end; null if it did not. */
    public @Nullable String stopReason() {
        return stop.get();
    }

    /** How far batches that are refused for their content are split. */
    BisectLimits bisectLimits() {
        return bisectLimits;
    }

    /** How many of its requests failed in a row. */
    public Streaks streaks() {
        return streaks;
    }

    /**
     * A request was answered.
     *
     * @param withCards whether the answer brought any
     */
    public void answered(boolean withCards) {
        if (withCards) {
            account.cardFlow().cameThrough();
        }
        streaks.end();
    }

    /** Who is told of its requests and attempts. */
    public void tell(SweepListener listener) {
        this.listener = listener;
    }

    /** An attempt of a request is over; said twice it counts once. */
    public void attemptDone(Request request, Outcome outcome) {
        Duration took = request.attempts().tryEnd(monotonic.millis());
        if (took != null) {
            listener.attemptDone(this, request, outcome, took);
        }
    }

    void requestDone(Request request) {
        listener.requestDone(this, request);
    }

    /** Says what made the sweep fall short; the first is kept, for the record of its end. */
    public void note(String reason) {
        note.compareAndSet(null, reason);
    }

    /** What made the sweep fall short first; null if nothing did. */
    public @Nullable String firstNote() {
        return note.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
