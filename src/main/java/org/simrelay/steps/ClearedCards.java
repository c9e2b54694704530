package org.simrelay.steps;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.simrelay.lifecycle.Departures;
import org.simrelay.mapping.InvalidValueException;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.CardRecords;
import org.simrelay.sweep.ChangeFilter;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.SourceStatus;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of the cards that have left a vendor's list, or the inventory, before the sweep says how it ended: acknowledged, or told by the next one. */
final class ClearedCards {

    private static final Logger LOG = LoggerFactory.getLogger(ClearedCards.class);
    private static final int MOST_IN_ONE = 500;

    private final Departures departures;
    private final Mappings mappings;
    private final Clock clock;

    ClearedCards(Departures departures, Mappings mappings, Clock clock) {
        this.departures = departures;
        this.mappings = mappings;
        this.clock = clock;
    }

    /** Of a sweep whose requests are all finished. */
    void tell(Sweep sweep, CamelContext context, Query query) {
        boolean over = sweep.stopSwitch().isLost() || sweep.stopSwitch().isSuspended();
        if (!departures.tells(sweep) || over || !mayTell(sweep, query)) {
            return;
        }
        Exception refused = null;
        try {
            List<String> gone = departures.gone(sweep);
            refused = gone.isEmpty() ? null : publish(sweep, context, gone, query.leaves());
        } catch (IOException | RuntimeException e) {
            refused = e;
        }
        if (refused == null) {
            departures.told(sweep);
        } else {
            LOG.error(
                    "{} could not tell of each card that has left ({}); the next complete sweep tells those that are left out",
                    sweep,
                    refused.getMessage());
        }
    }

    /** Gives why Kafka has not all of them; null where it has. */
    private @Nullable Exception publish(Sweep sweep, CamelContext context, List<String> gone, Leaves leaves)
            throws IOException {
        Exception refused = null;
        try (ProducerTemplate template = context.createProducerTemplate()) {
            for (List<String> part : Lists.partition(gone, MOST_IN_ONE)) {
                List<Message> records = records(sweep, context, part, leaves);
                Exception thrown = template.request("direct:publish", exchange -> exchange.getMessage()
                                .setBody(records))
                        .getException();
                refused = thrown == null ? refused : thrown;
                if (told(sweep, part, records, thrown) == 0) {
                    // Kafka is away, or refuses all of them: each part would wait as long
                    break;
                }
            }
        }
        return refused;
    }

    /** Notes which of these Kafka has; gives how many. */
    private int told(Sweep sweep, List<String> cards, List<Message> records, @Nullable Exception thrown) {
        List<String> told = new ArrayList<>(cards);
        if (thrown != null) {
            told.removeAll(Set.copyOf(Unacknowledged.of(cards, records, thrown)));
        }
        departures.told(sweep, told);
        sweep.counts().cleared.addAndGet(told.size());
        return told.size();
    }

    /** A list must have been read whole; who has left the inventory is known also where some of its cards failed. */
    private boolean mayTell(Sweep sweep, Query query) {
        SweepResult result = SweepEnd.judge(sweep).result();
        RequestQueue requests = sweep.requests();
        if (result != SweepResult.PARTIAL || query.leaves() == Leaves.NOTHING || requests == null) {
            return result == SweepResult.COMPLETE;
        }
        SourceStatus status = requests.status();
        Long all = status.inventory();
        return status.doubt() == null && all != null && departures.hasNoted(sweep, all);
    }

    /** @throws InvalidValueException where the query's schema has no status, or no result */
    private List<Message> records(Sweep sweep, CamelContext context, List<String> cards, Leaves leaves) {
        CardRecords.Gone gone =
                switch (leaves) {
                    case NOTHING -> CardRecords.Gone.CLEARED;
                    case EVENT -> CardRecords.Gone.LEFT;
                    case TOMBSTONE -> CardRecords.Gone.TOMBSTONE;
                };
        List<Message> records = new ArrayList<>(cards.size());
        ChangeFilter changes = sweep.cardEvents().changes();
        for (String card : cards) {
            if (changes != null) {
                changes.left(card);
            }
            records.add(CardRecords.gone(context, sweep, mappings, card, clock.instant(), gone));
        }
        return records;
    }
}
