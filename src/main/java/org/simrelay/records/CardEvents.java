package org.simrelay.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.simrelay.mapping.Mappings;
import org.simrelay.reply.Answer;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestScope;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sorted;
import org.simrelay.sweep.Sweep;

/** A step that turns an answer into card events, one record a card, to {@code sim.<query>}; a failure for each that does not fit. */
public final class CardEvents implements Processor {

    // what is asked twice after a crash, beside the requests in flight
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);

    private final Mappings mappings;
    private final Failures failures;
    private final Clock clock;

    public CardEvents(Mappings mappings, Failures failures, Clock clock) {
        this.clock = clock;
        this.mappings = mappings;
        this.failures = failures;
    }

    /** Turns the answer into the records for {@code direct:publish}; none if no card is due. */
    @Override
    public void process(Exchange exchange) {
        Answer answer = exchange.getMessage().getBody(Answer.class);
        Sweep sweep = RequestScope.sweep(exchange);
        Request request = Objects.requireNonNull(RequestScope.request(exchange));
        sweep.answered();
        Requests requests = Objects.requireNonNull(sweep.requests());
        Sorted sorted = requests.sort(request, answer);
        sweep.counts().duplicates.addAndGet(sorted.duplicates());
        sweep.counts().strays.addAndGet(sorted.strays());
        // from here on these cards are this request's to publish or to report, whatever happens
        List<String> cards = sorted.cards();
        request.publishing(cards);
        AnswerRecords made = new AnswerRecords(exchange, sweep, request, mappings, failures, cards.size());
        sorted.publish().forEach(item -> made.add(item.card(), item.node()));
        sorted.missing().forEach(card -> made.add(card, null));
        sorted.unclear().forEach(made::unclear);
        request.publishing(made.cards());
        requests.publishing(request, made.bytes());
        List<Message> records = made.records();
        Instant now = clock.instant();
        if (sweep.checkpointDue(now, CHECKPOINT_INTERVAL)) {
            records.add(CheckpointRecords.of(exchange.getContext(), sweep, true, now));
        }
        Message spent = CheckpointRecords.budget(exchange.getContext(), sweep, CHECKPOINT_INTERVAL, now);
        if (spent != null) {
            records.add(spent);
        }
        exchange.getMessage().setBody(records);
    }
}
