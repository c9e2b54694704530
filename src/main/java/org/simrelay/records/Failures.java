package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.retry.Halving;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What could not be published, to {@code sim.failures}: each record is counted in its sweep before it is sent. */
public final class Failures {

    static final String TOPIC = "sim.failures";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String TYPE = "simrelay.failure.v1";
    private static final int REPLY_SHOWN = 1000;

    // what the next run of a sweep that was stopped may still read or publish
    private static final Set<Outcome> LEFT_FOR_THE_NEXT_RUN = EnumSet.of(
            Outcome.TRANSIENT, Outcome.QUOTA, Outcome.UNKNOWN, Outcome.REAUTH, Outcome.BATCH, Outcome.UNPUBLISHED);

    private final Clock clock;

    public Failures(Clock clock) {
        this.clock = clock;
    }

    /** A card whose item does not fit its mapping; {@code card} is null for an item without one. */
    Message invalid(Exchange exchange, @Nullable String card, String why, @Nullable JsonNode item) {
        Sweep sweep = exchange.getProperty("sweep", Sweep.class);
        Request request = exchange.getProperty("request", Request.class);
        long number = sweep.counts().failures.incrementAndGet();
        sweep.counts().failed.incrementAndGet();
        request.done(0, 1);
        if (card != null) {
            tellReplay(exchange, List.of(card));
        }
        sweep.note("a value does not fit its type: " + why);
        String id = sweep.id() + "/" + (card == null ? request.id() + "-item-" + number : card);
        ObjectNode value = value(id, sweep, wire(exchange, sweep), Outcome.INVALID, null, why, request.attempts() + 1);
        cards(value, card == null ? null : List.of(card), 1L);
        value.put("reply", item == null ? null : shown(sweep, item.toString()));
        return message(exchange.getContext(), sweep, id, value);
    }

    /**
     * A request that stays unread, or whose records Kafka refused.
     *
     * @return the records for {@code direct:publish}
     */
    public List<Message> of(Exchange exchange) {
        Sweep sweep = exchange.getProperty("sweep", Sweep.class);
        Request request = exchange.getProperty("request", Request.class);
        Refusal refusal = exchange.getProperty("refusal", Refusal.class);
        Requests requests = Objects.requireNonNull(sweep.requests());
        if (sweep.left() && LEFT_FOR_THE_NEXT_RUN.contains(refusal.outcome())) {
            request.leave();
            return List.of();
        }
        if (Halving.halved(sweep, requests, request, refusal)) {
            return List.of();
        }
        List<String> answered = request.publishing();
        boolean page = answered == null && request.getPage() > 0;
        List<String> cards = answered == null ? request.cards() : unpublished(exchange, sweep, answered);
        request.done(answered == null ? 0 : answered.size() - cards.size(), cards.size());
        sweep.counts().failures.incrementAndGet();
        sweep.counts().failed.addAndGet(cards.size());
        tellReplay(exchange, cards);
        requests.unread(request);
        stopWhereHopeless(sweep, refusal, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        sweep.note(request.id() + " " + refusal.outcome().word() + ": " + refusal.reason());
        LOG.warn(
                "{}: {} stays unread after {} tries: {} {} {}",
                sweep,
                request.id(),
                request.attempts(),
                refusal.outcome().word(),
                refusal.code(),
                refusal.reason());
        String id = sweep.id() + "/" + request.id();
        ObjectNode value = value(
                id,
                sweep,
                wire(exchange, sweep),
                refusal.outcome(),
                refusal.code(),
                refusal.reason(),
                request.attempts());
        cards(value, page ? null : cards, page ? null : Long.valueOf(cards.size()));
        String reply = request.reply();
        value.put("reply", reply == null ? null : shown(sweep, reply));
        return List.of(message(exchange.getContext(), sweep, id, value));
    }

    /** A failure whose cards were published by a replay. */
    public Message done(CamelContext context, Sweep sweep, String id, ObjectNode value) {
        return message(context, sweep, id, value.deepCopy().put("status", "done"));
    }

    /** A replay must know which cards failed again; other sweeps keep no list of theirs. */
    private static void tellReplay(Exchange exchange, List<String> cards) {
        if (exchange.getProperty("failedCards") instanceof FailedCards known) {
            known.add(cards);
        }
    }

    /** Of the cards on their way to Kafka, those that it refused; the others are acknowledged. */
    private static List<String> unpublished(Exchange exchange, Sweep sweep, List<String> cards) {
        Set<String> refused = new HashSet<>();
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        // any other exception was thrown before all records were handed over: then none is known to be there
        if (thrown instanceof ApiException && exchange.getMessage().getBody() instanceof List<?> records) {
            for (Object record : records) {
                if (record instanceof Sent sent && sent.refusal() != null) {
                    refused.add(sent.key());
                }
            }
        }
        if (refused.isEmpty()) {
            return cards;
        }
        List<String> failed = cards.stream().filter(refused::contains).toList();
        sweep.counts().published.addAndGet(cards.size() - failed.size());
        return failed;
    }

    private static void stopWhereHopeless(Sweep sweep, Refusal refusal, @Nullable Throwable thrown) {
        switch (refusal.outcome()) {
            case DENIED -> sweep.stop(refusal.reason());
            case UNPUBLISHED -> {
                boolean thisRecord = thrown instanceof RecordTooLargeException
                        || thrown instanceof InvalidRecordException
                        || thrown instanceof SerializationException;
                if (!thisRecord) {
                    sweep.stop(refusal.reason());
                }
            }
            case TRANSIENT, QUOTA, UNKNOWN -> {
                if (sweep.unanswered() >= 2 * sweep.account().gate().concurrency()) {
                    sweep.stop("the vendor does not answer: " + refusal.reason());
                }
            }
            default -> {
                // the next request may fare better
            }
        }
    }

    /** The cards that a sweep which stopped has not asked for; empty where there are none, or where only the vendor knows. */
    public List<Message> unasked(CamelContext context, Sweep sweep, String reason) {
        Requests requests = sweep.requests();
        List<Message> messages = new ArrayList<>();
        for (Request request : requests == null ? List.<Request>of() : requests.following()) {
            String id = sweep.id() + "/" + request.id();
            boolean page = request.getPage() > 0;
            ObjectNode value = value(id, sweep, "", Outcome.LATER, null, "not asked: " + reason, 0);
            cards(
                    value,
                    page ? null : request.cards(),
                    page ? null : Long.valueOf(request.cards().size()));
            sweep.counts().failed.addAndGet(request.cards().size());
            messages.add(message(context, sweep, id, value));
        }
        Long unasked = requests == null ? sweep.unaskedBefore() : requests.ask(CardSource::unasked);
        if (unasked != null && unasked > 0) {
            String id = sweep.id() + "/unasked";
            ObjectNode value = value(id, sweep, "", Outcome.LATER, null, "not asked: " + reason, 0);
            cards(value, null, unasked);
            sweep.counts().failed.addAndGet(unasked);
            messages.add(message(context, sweep, id, value));
        }
        sweep.counts().failures.addAndGet(messages.size());
        return messages;
    }

    private static ObjectNode value(
            String id, Sweep sweep, String wire, Outcome outcome, @Nullable String code, String message, int attempts) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("status", "open")
                .put("sweep", sweep.id().toString())
                .put("poll", sweep.id().poll())
                .put("request", wire)
                .put("outcome", outcome.word())
                .put("code", code)
                .put("message", sweep.account().masked(message))
                .put("attempts", attempts);
    }

    private static void cards(ObjectNode value, @Nullable List<String> cards, @Nullable Long count) {
        if (cards == null) {
            value.putNull("cards");
        } else {
            cards.forEach(value.putArray("cards")::add);
        }
        value.put("count", count);
    }

    private Message message(CamelContext context, Sweep sweep, String id, ObjectNode value) {
        return new Envelope(
                        TOPIC, id, id, TYPE, sweep.id().poll(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .of(context, sweep, Json.bytes(value));
    }

    /** The request as it went out, with every secret masked. */
    private static String wire(Exchange exchange, Sweep sweep) {
        String sent = exchange.getProperty("sent", "", String.class);
        return sweep.account().masked(sent);
    }

    private static String shown(Sweep sweep, String reply) {
        String masked = sweep.account().masked(reply);
        return masked.substring(0, Math.min(masked.length(), REPLY_SHOWN));
    }
}
