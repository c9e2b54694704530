package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.Refusal;
import org.simrelay.retry.Halving;
import org.simrelay.retry.Stopping;
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
        count(exchange, sweep, request, card == null ? List.of() : List.of(card), 1);
        sweep.note("a value does not fit its type: " + why);
        String part = card == null ? request.id() + "-item-" + sweep.counts().failures : card;
        FailureValue value = new FailureValue(sweep, part, new Refusal(Outcome.INVALID, null, why))
                .asked(request, sent(exchange), request.tries().count() + 1, item == null ? null : item.toString());
        return message(exchange.getContext(), sweep, card == null ? value.count(1) : value.cards(List.of(card)));
    }

    /**
     * A request that stays unread, or whose records Kafka refused.
     *
     * @return the records for {@code direct:record}; none where the request is halved or left for the next run
     */
    public List<Message> of(Exchange exchange) {
        Sweep sweep = exchange.getProperty("sweep", Sweep.class);
        Request request = exchange.getProperty("request", Request.class);
        Refusal refusal = exchange.getProperty("refusal", Refusal.class);
        Requests requests = Objects.requireNonNull(sweep.requests());
        if (sweep.left() && (refusal.isUnsent() || LEFT_FOR_THE_NEXT_RUN.contains(refusal.outcome()))) {
            request.leave();
            return List.of();
        }
        if (refusal.isUnsent() && request.tries().count() <= 1) {
            // it never went out: it counts among the cards that were not asked
            sweep.stop(refusal.reason());
            requests.follow(List.of(request.untried()));
            return List.of();
        }
        if (Halving.halved(sweep, requests, request, refusal)) {
            return List.of();
        }
        List<Message> messages = new ArrayList<>();
        List<String> cards = request.cards();
        List<String> answered = request.publishing();
        if (answered != null) {
            Unacknowledged unacknowledged = new Unacknowledged(exchange);
            messages.addAll(unacknowledged.failures());
            cards = unacknowledged.of(answered);
            sweep.counts().published.addAndGet(answered.size() - cards.size());
            request.done(answered.size() - cards.size(), 0);
        }
        count(exchange, sweep, request, cards, cards.size());
        requests.unread(request);
        Stopping.whereHopeless(sweep, refusal, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        String what = refusal.outcome().word() + ": " + refusal.reason();
        sweep.note(request.id() + " " + what);
        LOG.warn(
                "{}: {} stays unread after {} tries: {}",
                sweep,
                request.id(),
                request.tries().count(),
                what);
        FailureValue value = new FailureValue(sweep, request.id(), refusal)
                .asked(
                        request,
                        sent(exchange),
                        request.tries().count(),
                        request.tries().reply());
        boolean unknown = answered == null && request.page() > 0;
        messages.add(message(exchange.getContext(), sweep, unknown ? value : value.cards(cards)));
        return messages;
    }

    /** What a sweep that stopped has not asked: one record for all its cards, and one for each part of a batch or page to ask again. */
    public List<Message> unasked(CamelContext context, Sweep sweep, String reason) {
        Requests requests = sweep.requests();
        Refusal refusal = new Refusal(Outcome.LATER, null, "not asked: " + reason);
        List<Message> messages = new ArrayList<>();
        Long known = requests == null ? sweep.unaskedBefore() : requests.ask(CardSource::unasked);
        long unasked = known == null ? 0 : known;
        for (Request request : requests == null ? List.<Request>of() : requests.following()) {
            long cards = Objects.requireNonNull(requests).ask(source -> source.asks(request));
            if (request.isWholeAndUnasked() && cards > 0) {
                unasked += cards;
                continue;
            }
            sweep.counts().failed.addAndGet(request.cards().size());
            FailureValue value = new FailureValue(sweep, request.id(), refusal);
            messages.add(message(context, sweep, request.page() > 0 ? value : value.cards(request.cards())));
        }
        if (unasked > 0) {
            sweep.counts().failed.addAndGet(unasked);
            messages.add(message(context, sweep, new FailureValue(sweep, "unasked", refusal).count(unasked)));
        }
        sweep.counts().failures.addAndGet(messages.size());
        return messages;
    }

    /** A failure whose cards were published by a replay. */
    public Message done(CamelContext context, Sweep sweep, String id, ObjectNode value) {
        return message(context, sweep, id, value.deepCopy().put("status", "done"));
    }

    private static void count(Exchange exchange, Sweep sweep, Request request, List<String> cards, int failed) {
        request.done(0, failed);
        sweep.counts().failures.incrementAndGet();
        sweep.counts().failed.addAndGet(failed);
        // a replay must know which cards failed again; other sweeps keep no list of theirs
        if (exchange.getProperty("failedCards") instanceof FailedCards known) {
            known.add(cards);
        }
    }

    private Message message(CamelContext context, Sweep sweep, FailureValue value) {
        return message(context, sweep, value.id(), value.node());
    }

    private Message message(CamelContext context, Sweep sweep, String id, ObjectNode value) {
        return new Envelope(TOPIC, id, id, TYPE, sweep.id().poll(), clock.instant())
                .of(context, sweep, Json.bytes(value));
    }

    /** The request as it went out. */
    private static String sent(Exchange exchange) {
        return exchange.getProperty("sent", "", String.class);
    }
}
