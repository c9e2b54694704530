package org.simrelay.lifecycle;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.ReplayedCards;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;

/** One run of a poll: why and for when it runs, for which of the vendor's accounts, and how the sweeps that came of it ended. */
public final class PollRun {

    /** The exchange's property that holds it: set by whoever runs a poll by hand; without it the poll's timer fired. */
    public static final String PROPERTY = "run";

    /**
     * The cards that a replay asks for.
     *
     * @param inventory a file of them; null to ask for all that the poll asks
     * @param replayed told which of them were published
     * @param asOf when the sweep that failed was due: what is asked depends on it
     */
    public record Again(@Nullable Path inventory, ReplayedCards replayed, Instant asOf) {}

    private final Instant at;
    private final boolean byTimer;
    private final @Nullable Duration period;
    private final @Nullable String account;
    private final @Nullable Checkpoint resume;
    private final @Nullable Again again;
    private final @Nullable Preview preview;
    private final Map<Sweep, SweepEnd> ends = new ConcurrentHashMap<>();

    private PollRun(
            Instant at,
            boolean byTimer,
            @Nullable Duration period,
            @Nullable String account,
            @Nullable Checkpoint resume,
            @Nullable Again again,
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
    public static PollRun replay(Instant at, String account, Again again) {
        return new PollRun(at.truncatedTo(ChronoUnit.MILLIS), false, null, account, null, again, null);
    }

    /** The run that an exchange is part of; where nobody made one, the poll's timer fired, as Quartz says in the message's headers. */
    public static PollRun of(Exchange exchange, Instant now) {
        PollRun known = exchange.getProperty(PROPERTY, PollRun.class);
        if (known != null) {
            return known;
        }
        Message message = exchange.getMessage();
        Date fired = message.getHeader("scheduledFireTime", Date.class);
        Date next = message.getHeader("nextFireTime", Date.class);
        // Quartz fires at whole seconds
        Instant at = (fired == null ? now : fired.toInstant()).truncatedTo(ChronoUnit.SECONDS);
        Duration period = fired == null || next == null ? null : Duration.between(fired.toInstant(), next.toInstant());
        return new PollRun(at, fired != null, period, null, null, null, null);
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
    public @Nullable Again again() {
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
