package org.simrelay.steps;

import com.carrotsearch.hppc.ObjectIntHashMap;
import com.carrotsearch.hppc.cursors.ObjectIntCursor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.OutgoingRecord;
import org.simrelay.records.OutgoingRecords;
import org.simrelay.sweep.ChangeFilter;
import org.simrelay.sweep.Sweep;

/** What the published cards of a request say in "result", told once for each result. */
final class PublishedResults {

    private PublishedResults() {}

    /** @param refused the cards that Kafka did not acknowledge */
    static void tell(Exchange exchange, Collection<String> refused) {
        if (!(exchange.getMessage().getBody() instanceof List<?> records)) {
            return;
        }
        Sweep sweep = ExchangeContract.sweep(exchange);
        ChangeFilter changes = sweep.cardEvents().changes();
        if (refused.isEmpty() && changes == null && records instanceof OutgoingRecords all) {
            all.forEachResult((result, count) -> sweep.listener().published(sweep, result, count));
            return;
        }
        Set<String> apart = Set.copyOf(refused);
        ObjectIntHashMap<@Nullable String> counts = new ObjectIntHashMap<>();
        for (Object record : records) {
            if (record instanceof OutgoingRecord sent && !apart.contains(sent.key())) {
                if (changes != null) {
                    changes.acknowledged(sent.key(), sent.value());
                }
                counts.addTo(sent.result(), 1);
            }
        }
        for (ObjectIntCursor<@Nullable String> count : counts) {
            sweep.listener().published(sweep, count.key, count.value);
        }
    }
}
