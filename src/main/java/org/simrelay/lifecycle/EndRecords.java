package org.simrelay.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.simrelay.inventory.LastSizes;
import org.simrelay.records.CheckpointRecords;
import org.simrelay.records.Failures;
import org.simrelay.records.SweepRecords;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;

/** What is said in Kafka when a sweep ends. */
public final class EndRecords {

    private final Failures failures;
    private final LastSizes lastSizes;
    private final Clock clock;

    public EndRecords(Failures failures, LastSizes lastSizes, Clock clock) {
        this.failures = failures;
        this.lastSizes = lastSizes;
        this.clock = clock;
    }

    /** A sweep that the next run goes on with: where it stands. */
    List<Message> left(CamelContext context, Sweep sweep) {
        List<Message> records = new ArrayList<>();
        records.add(CheckpointRecords.of(context, sweep, true, clock.instant()));
        remember(records, sweep, context);
        return records;
    }

    /** The failures of the cards that a sweep which stopped did not ask for; its counts have them from here on. */
    List<Message> unasked(CamelContext context, Sweep sweep) {
        String stop = sweep.stopReason();
        return stop == null || sweep.preview() != null ? List.of() : failures.unasked(context, sweep, stop);
    }

    /** A sweep that ended: how, and that nothing is left to go on with. */
    List<Message> ended(CamelContext context, Sweep sweep, SweepEnd end) {
        List<Message> records = new ArrayList<>();
        records.add(SweepRecords.ended(context, sweep, end, clock.instant()));
        if (sweep.keepsCheckpoints()) {
            records.add(CheckpointRecords.of(context, sweep, false, clock.instant()));
        }
        remember(records, sweep, context);
        return records;
    }

    /** What the next runs of the service must know. */
    private void remember(List<Message> records, Sweep sweep, CamelContext context) {
        Requests requests = sweep.requests();
        Long cards = requests == null || sweep.id().replay() ? null : requests.ask(CardSource::inventory);
        if (cards != null && lastSizes.changed(sweep.id().poll(), cards)) {
            records.add(CheckpointRecords.inventory(context, sweep, cards, clock.instant()));
        }
        Message spent = CheckpointRecords.budget(context, sweep, Duration.ZERO, clock.instant());
        if (spent != null) {
            records.add(spent);
        }
    }
}
