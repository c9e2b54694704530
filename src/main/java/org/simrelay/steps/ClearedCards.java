package org.simrelay.steps;

import com.google.common.collect.Lists;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
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
        ProducerTemplate template = null;
        try {
            for (List<String> part : Lists.partition(departures.gone(sweep), MOST_IN_ONE)) {
                template = template == null ? context.createProducerTemplate() : template;
                List<Message> records = records(sweep, context, part, query.leaves());
                Exchange sent = template.request(
                        "direct:publish", exchange -> exchange.getMessage().setBody(records));
                if (sent.getException() != null) {
                    throw sent.getException();
                }
                sweep.counts().cleared.addAndGet(part.size());
            }
            departures.told(sweep);
        } catch (Exception e) {
            LOG.error(
                    "{} could not tell which cards have left ({}); the next complete sweep tells them",
                    sweep,
                    e.getMessage());
        } finally {
            if (template != null) {
                template.stop();
            }
        }
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
