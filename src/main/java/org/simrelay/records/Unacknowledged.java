package org.simrelay.records;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.kafka.common.errors.ApiException;

/** What Kafka did not acknowledge of a request's records, after their publishing failed. */
final class Unacknowledged {

    private final List<Sent> records;

    /** The records in the exchange's body that were refused; all of them where that cannot be told apart. */
    Unacknowledged(Exchange exchange) {
        List<Sent> all = exchange.getMessage().getBody() instanceof List<?> list
                ? list.stream()
                        .filter(Sent.class::isInstance)
                        .map(Sent.class::cast)
                        .toList()
                : List.of();
        List<Sent> refused = all.stream().filter(sent -> sent.refusal() != null).toList();
        // any other exception was thrown before all records were handed over: then none is known to be there
        boolean told = exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof ApiException && !refused.isEmpty();
        this.records = told ? refused : all;
    }

    /** Of these cards, those whose events are among them. */
    List<String> of(List<String> cards) {
        if (records.isEmpty()) {
            return cards;
        }
        Set<String> keys = new HashSet<>();
        records.forEach(sent -> keys.add(sent.key()));
        return cards.stream().filter(keys::contains).toList();
    }

    /** The failures among them, to be sent again. */
    List<Sent> failures() {
        return records.stream().filter(sent -> sent.isTo(Failures.TOPIC)).toList();
    }
}
