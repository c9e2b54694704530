package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Duration;
import org.simrelay.config.Settings;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Failures;
import org.simrelay.records.Ledgers;
import org.simrelay.source.InventoryGuard;
import org.simrelay.sweep.SweepListener;

/** What ends sweeps, with nothing remembered of earlier ones. */
final class TestEnds {

    private TestEnds() {}

    static SweepEnds of(
            Settings settings,
            RunningSweeps running,
            Mappings mappings,
            Ledgers ledgers,
            Clock clock,
            SweepListener listener) {
        return of(settings, running, mappings, ledgers, clock, listener, new Departures());
    }

    static SweepEnds of(
            Settings settings,
            RunningSweeps running,
            Mappings mappings,
            Ledgers ledgers,
            Clock clock,
            SweepListener listener,
            Departures departures) {
        Failures failures = new Failures(clock);
        EndRecords records = new EndRecords(
                failures, new InventoryGuard(settings), ledgers, departures, new Changes(ledgers, clock), clock);
        Superseding superseding = new Superseding(
                (topic, reader) -> {}, failures, ledgers, (poll, one, other) -> true, Duration.ofDays(7), clock);
        return new SweepEnds(running, mappings, records, ledgers, listener, superseding);
    }
}
