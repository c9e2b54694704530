package org.simrelay.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Checkpoint;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;

/** One run of a poll: why and for when it runs, for which of the vendor's accounts, and how the sweeps that came of it ended. */
public final class PollRun {

    private final Instant at;
    private final boolean byTimer;
    private final @Nullable Duration period;
    private final @Nullable String account;
    private final @Nullable Checkpoint resume;
    private final @Nullable AskedAgain again;
    private final @Nullable Preview preview;
    private final Map<Sweep, SweepEnd> ends = new ConcurrentHashMap<>();

    private PollRun(
            Instant at,
            boolean byTimer,
            @Nullable Duration period,
            @Nullable String account,
            @Nullable Checkpoint resume,
            @Nullable AskedAgain again,
            @Nullable Preview preview) {
        this.at = at;
        this.byTimer = byTimer;
        this.period = period;
        this.account = account;
        this.resume = resume;
        this.again = again;
        this.preview = preview;
    }

    /** By hand, for all accounts. */
    public static PollRun byHand(Instant at) {
        return new PollRun(at.truncatedTo(ChronoUnit.MILLIS), false, null, null, null, null, null);
    }

    /** By hand, for one account, in a service: {@link #outlives}. */
    public static PollRun byHand(Instant at, String account) {
        return new PollRun(at.truncatedTo(ChronoUnit.MILLIS), false, null, account, null, null, null);
    }

    /** One request, to look at. */
    public static PollRun preview(Instant at, Preview preview) {
        return new PollRun(at.truncatedTo(ChronoUnit.MILLIS), false, null, null, null, null, preview);
    }

    /** A sweep that another run of the service began. */
    public static PollRun resume(Checkpoint checkpoint) {
        Instant at = checkpoint.sweep().scheduledAt();
        return new PollRun(at, false, null, checkpoint.sweep().account(), checkpoint, null, null);
    }

    /** A tick of the poll's timer that fell due while no process had the account. */
    public static PollRun late(Instant tick, String account, @Nullable Duration period) {
        return new PollRun(tick, true, period, account, null, null, null);
    }

    /** What failed before, of one account. */
    public static PollRun replay(Instant at, String account, AskedAgain again) {
        return new PollRun(at.truncatedTo(ChronoUnit.MILLIS), false, null, account, null, again, null);
    }

    /** The poll's timer fired; Quartz does so at whole seconds. */
    static PollRun timed(Instant at, @Nullable Duration period) {
        return new PollRun(at.truncatedTo(ChronoUnit.SECONDS), true, period, null, null, null, null);
    }

    /** Something else than a timer set the poll's route going. */
    static PollRun untimed(Instant at) {
        return new PollRun(at.truncatedTo(ChronoUnit.SECONDS), false, null, null, null, null, null);
    }

    /** When it was due. */
    public Instant at() {
        return at;
    }

    /** Whether a timer fired it. */
    public boolean byTimer() {
        return byTimer;
    }

    /**
     * Whether its sweep goes on with whoever has the account next, when the service stops or the account goes to another process; one of a
     * command ends with the command.
     */
    public boolean outlives() {
        return account != null && again == null && preview == null;
    }

    /** How long after that its timer fires again; null where it does not. */
    public @Nullable Duration period() {
        return period;
    }

    /** Those of the vendor's accounts that it is for. */
    public Collection<String> accounts(Collection<String> all) {
        String only = account;
        return only != null
                ? List.of(only)
                : preview == null ? all : all.stream().limit(1).toList();
    }

    /** Where the sweep was that it resumes; null where it begins one. */
    public @Nullable Checkpoint resumed() {
        return resume;
    }

    /** What it asks for again; null for a sweep over all cards. */
    public @Nullable AskedAgain again() {
        return again;
    }

    /** Where to show the one request; null for a run that publishes. */
    public @Nullable Preview preview() {
        return preview;
    }

    /** A sweep of the run ended, and the ledger has its end. */
    public void ended(Sweep sweep, SweepEnd end) {
        ends.put(sweep, end);
    }

    /** How its sweeps ended; without those whose end the ledger does not have. */
    public Map<Sweep, SweepEnd> ends() {
        return ends;
    }
}
