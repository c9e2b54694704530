package org.simrelay.steps;

import com.carrotsearch.hppc.ObjectIntHashMap;
import com.carrotsearch.hppc.cursors.ObjectIntCursor;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.OutgoingRecord;
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
        // refused in most requests: none, and a set without entries would still hash each card
        Predicate<String> isRefused = refused.isEmpty() ? card -> false : Set.copyOf(refused)::contains;
        ObjectIntHashMap<@Nullable String> counts = new ObjectIntHashMap<>();
        String last = null;
        int alike = 0;
        for (Object record : records) {
            if (record instanceof OutgoingRecord sent && !isRefused.test(sent.key())) {
                if (changes != null) {
                    changes.acknowledged(sent.key(), sent.value());
                }
                String result = sent.result();
                // most say the same as the one before
                if (alike > 0 && !Objects.equals(result, last)) {
                    counts.addTo(last, alike);
                    alike = 0;
                }
                last = result;
                alike++;
            }
        }
        if (alike > 0) {
            counts.addTo(last, alike);
        }
        for (ObjectIntCursor<@Nullable String> count : counts) {
            sweep.listener().published(sweep, count.key, count.value);
        }
    }
}
