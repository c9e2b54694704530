package org.simrelay.steps;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.kafka.common.errors.ApiException;
import org.simrelay.records.OutgoingRecord;

/** Which cards of a request Kafka did not acknowledge, after their publishing failed. */
final class Unacknowledged {

    private Unacknowledged() {}

    /** Of these cards, those whose events were refused; all of them where that cannot be told apart. */
    static List<String> of(List<String> cards, Exchange exchange) {
        List<OutgoingRecord> all = exchange.getMessage().getBody() instanceof List<?> list
                ? list.stream()
                        .filter(OutgoingRecord.class::isInstance)
                        .map(OutgoingRecord.class::cast)
                        .toList()
                : List.of();
        Set<String> refused = new HashSet<>();
        all.stream().filter(sent -> sent.failure() != null).forEach(sent -> refused.add(sent.key()));
        // any other exception was thrown before all records were handed over: then none is known to be there
        boolean told = exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof ApiException && !refused.isEmpty();
        return told ? cards.stream().filter(refused::contains).toList() : cards;
    }
}
