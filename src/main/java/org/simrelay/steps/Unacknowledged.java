package org.simrelay.steps;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.OutgoingRecord;

/** Which cards of a request Kafka did not acknowledge, after their publishing failed. */
final class Unacknowledged {

    private Unacknowledged() {}

    /** Of these cards, those whose events were refused; all of them where that cannot be told apart. */
    static List<String> of(List<String> cards, Exchange exchange) {
        List<?> all = exchange.getMessage().getBody() instanceof List<?> list ? list : List.of();
        return of(cards, all, exchange.getProperty(Exchange.EXCEPTION_CAUGHT));
    }

    /**
     * The same.
     *
     * @param records as they were handed over
     * @param thrown what their publishing failed with
     */
    static List<String> of(List<String> cards, List<?> records, @Nullable Object thrown) {
        Set<String> refused = new HashSet<>();
        for (Object record : records) {
            if (record instanceof OutgoingRecord sent && sent.failure() != null) {
                refused.add(sent.key());
            }
        }
        // any other exception was thrown before all records were handed over: then none is known to be there
        boolean told = thrown instanceof ApiException && !refused.isEmpty();
        return told ? cards.stream().filter(refused::contains).toList() : cards;
    }
}
