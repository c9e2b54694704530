package org.simrelay.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.Topics;
import org.simrelay.mask.Mask;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.Forecast;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;

/** The beginnings and ends of sweeps, to {@code sim.sweeps}. */
public final class SweepRecords {

    // a vendor's words may stand in it
    private static final int MOST_REASON = 1_000;

    private SweepRecords() {}

    /** The sweep begins. */
    public static LedgerEntry started(Sweep sweep) {
        return entry(sweep, "started", sweep.startedAt(), value(sweep, "started", null, null, null));
    }

    /** The sweep is over. */
    public static LedgerEntry ended(Sweep sweep, SweepEnd end, Instant at) {
        String word = end.result().word();
        return entry(sweep, "ended", at, value(sweep, "ended", word, at, end.reason()));
    }

    private static ObjectNode value(
            Sweep sweep, String phase, @Nullable String outcome, @Nullable Instant endedAt, @Nullable String reason) {
        Counts counts = sweep.counts();
        return Json.MAPPER
                .createObjectNode()
                .put("sweep", sweep.id().toString())
                .put("poll", sweep.id().poll())
                .put("vendor", sweep.id().vendor())
                .put("account", sweep.account().name())
                .put("query", sweep.id().query())
                .put("phase", phase)
                .put("outcome", outcome)
                .put("scheduledAt", sweep.id().scheduledAt().toString())
                .put("startedAt", sweep.startedAt().toString())
                .put("endedAt", endedAt == null ? null : endedAt.toString())
                .put("expected", Forecast.expected(sweep))
                .put("published", counts.published.get())
                .put("unchanged", counts.unchanged.get())
                .put("failed", counts.failed.get())
                .put("duplicates", counts.duplicates.get())
                .put("cleared", counts.cleared.get())
                .put("requests", counts.requests.get())
                .put("retries", counts.retries.get())
                .put("logins", counts.logins.get())
                .put("breaker", sweep.account().gate().breaker())
                .put("reason", reason == null ? null : Mask.shown(reason, MOST_REASON));
    }

    private static LedgerEntry entry(Sweep sweep, String phase, Instant at, ObjectNode value) {
        String key = sweep.id().key();
        return new ControlRecord(Topics.SWEEPS, key, sweep.id() + "/" + phase, LedgerTypes.SWEEP, key, at)
                .of(sweep, Json.bytes(value));
    }
}
