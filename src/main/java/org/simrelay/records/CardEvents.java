package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.simrelay.mapping.Mappings;
import org.simrelay.mapping.Misfit;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sorted;
import org.simrelay.sweep.Sweep;

/** Turns an answer into card events, one record a card, to {@code sim.<query>}. */
public final class CardEvents {

    // what is asked twice after a crash, beside the requests in flight
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(2);

    // key and headers of a record, and a failure's value with the beginning of the reply
    private static final int HEADER_BYTES = 300;
    private static final int FAILURE_BYTES = 2000;

    private final Mappings mappings;
    private final Failures failures;
    private final Clock clock;

    public CardEvents(Mappings mappings, Failures failures, Clock clock) {
        this.clock = clock;
        this.mappings = mappings;
        this.failures = failures;
    }

    /**
     * The records of an answer: a card event for each card that is due, a failure for each that does not fit.
     *
     * @return for {@code direct:publish}; empty if nothing is due
     */
    public List<Message> of(
            @Body Answer answer,
            @ExchangeProperty("sweep") Sweep sweep,
            @ExchangeProperty("request") Request request,
            Exchange exchange) {
        sweep.answered();
        Requests requests = Objects.requireNonNull(sweep.requests());
        Sorted sorted = requests.sort(request, answer);
        sweep.counts().duplicates.addAndGet(sorted.duplicates());
        sweep.counts().strays.addAndGet(sorted.strays());
        // from here on these cards are this request's to publish or to report, whatever happens
        List<String> claimed = new ArrayList<>(sorted.missing());
        sorted.publish().stream().map(Item::card).filter(Objects::nonNull).forEach(claimed::add);
        request.publishing(claimed);
        List<Message> records = new ArrayList<>(claimed.size());
        List<String> cards = new ArrayList<>(claimed.size());
        long bytes = 0;
        for (Item item : sorted.publish()) {
            bytes += add(records, cards, item.card(), item.node(), sweep, request, exchange);
        }
        for (String card : sorted.missing()) {
            bytes += add(records, cards, card, null, sweep, request, exchange);
        }
        request.publishing(cards);
        requests.publishing(request, bytes);
        if (sweep.checkpointDue(clock.instant(), CHECKPOINT_INTERVAL)) {
            records.add(CheckpointRecords.of(exchange.getContext(), sweep, true, clock.instant()));
        }
        Message spent = CheckpointRecords.budget(exchange.getContext(), sweep, CHECKPOINT_INTERVAL, clock.instant());
        if (spent != null) {
            records.add(spent);
        }
        return records;
    }

    /** Kafka acknowledged every record of the request. */
    public void acknowledged(@ExchangeProperty("sweep") Sweep sweep, @ExchangeProperty("request") Request request) {
        List<String> cards = request.publishing();
        int published = cards == null ? 0 : cards.size();
        sweep.counts().published.addAndGet(published);
        request.done(published, 0);
        request.publishing(List.of());
    }

    /** Adds the record of a card and gives its bytes, about. */
    private long add(
            List<Message> records,
            List<String> cards,
            @Nullable String card,
            @Nullable JsonNode item,
            Sweep sweep,
            Request request,
            Exchange exchange) {
        if (card == null) {
            records.add(failures.invalid(exchange, null, "the item has no card number", item));
            return FAILURE_BYTES;
        }
        try {
            byte[] value = mappings.map(sweep.id().poll(), card, item);
            records.add(event(sweep, request, card).of(exchange.getContext(), sweep, value));
            cards.add(card);
            return (long) value.length + HEADER_BYTES;
        } catch (Misfit e) {
            records.add(failures.invalid(exchange, card, String.valueOf(e.getMessage()), item));
            return FAILURE_BYTES;
        }
    }

    private static Envelope event(Sweep sweep, Request request, String card) {
        String query = sweep.id().query();
        Instant answered = Objects.requireNonNull(request.answeredAt());
        return new Envelope("sim." + query, card, sweep.id() + "/" + card, "simrelay." + query + ".v1", card, answered);
    }
}
