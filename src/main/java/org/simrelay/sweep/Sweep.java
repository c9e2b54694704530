package org.simrelay.sweep;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.kafka.EventAttributes;

/** One run of a poll over all its cards: who it is, and the parts that say how it stands. */
public final class Sweep {

    private final SweepId id;
    private final String name;
    private final Account account;
    private final CardEvents cardEvents;
    private final Instant startedAt;
    private volatile Instant asOf;
    private final @Nullable Preview preview;
    private final Counts counts = new Counts();
    private final StopSwitch stopSwitch = new StopSwitch();
    private final ResumePoint resumePoint = new ResumePoint(counts);
    private final Streaks streaks;
    private final CheckpointClock checkpointClock;
    private final Pulse pulse;
    private final AtomicReference<@Nullable RequestQueue> requests = new AtomicReference<>();
    private volatile SweepListener listener = new SweepListener() {};

    /** A sweep that is to ask for every card, or, with a preview, to ask once and show what came. */
    public Sweep(SweepId id, Account account, Instant startedAt, @Nullable Preview preview) {
        this.preview = preview;
        this.id = id;
        this.name = id.toString();
        this.account = account;
        this.cardEvents = new CardEvents(new EventAttributes("simrelay." + id.query() + ".v1", account.source(), name));
        this.startedAt = startedAt;
        this.asOf = id.scheduledAt();
        this.streaks = new Streaks(this);
        this.checkpointClock = new CheckpointClock(this, account.monotonic());
        this.pulse = new Pulse(account.monotonic());
    }

    public SweepId id() {
        return id;
    }

    public Account account() {
        return account;
    }

    /** What its card events have in common. */
    public CardEvents cardEvents() {
        return cardEvents;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** What it asks for is that of a sweep that was due then: a replay asks for the same day as the sweep that failed. */
    public void asksAsOf(Instant due) {
        asOf = due;
    }

    /** When what it asks for was due; the same however late it asks. */
    public Instant asOf() {
        return asOf;
    }

    /** Where to show the one request; null for a sweep that publishes. */
    public @Nullable Preview preview() {
        return preview;
    }

    public Counts counts() {
        return counts;
    }

    /** Where it goes on, if an earlier run began it. */
    public ResumePoint resumePoint() {
        return resumePoint;
    }

    /** How many of its requests failed in a row, and how far it splits batches. */
    public Streaks streaks() {
        return streaks;
    }

    /** When its last checkpoint was. */
    public CheckpointClock checkpointClock() {
        return checkpointClock;
    }

    /** Whether anything moves in it. */
    public Pulse pulse() {
        return pulse;
    }

    /** Whether it has stopped, and who goes on with it. */
    public StopSwitch stopSwitch() {
        return stopSwitch;
    }

    /** No new request goes out; the first reason given is kept. */
    public void stop(String reason) {
        stopSwitch.stop(reason);
    }

    public boolean stopped() {
        return stopSwitch.reason() != null;
    }

    /** Why it stopped before its end; null if it did not. */
    public @Nullable String stopReason() {
        return stopSwitch.reason();
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

    /** Its requests; null before it has them. */
    public @Nullable RequestQueue requests() {
        return requests.get();
    }

    /** This one is told of its requests and attempts. */
    public void tell(SweepListener told) {
        listener = told;
    }

    /** Who is told of its requests and attempts. */
    public SweepListener listener() {
        return listener;
    }

    @Override
    public String toString() {
        return name;
    }
}
