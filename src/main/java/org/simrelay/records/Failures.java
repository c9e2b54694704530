package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Cards;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Bisection;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.StopRules;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What could not be published, to {@code sim.failures}: one record a request and reason, counted in its sweep when it is made. */
public final class Failures {

    static final String TOPIC = "sim.failures";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String TYPE = "simrelay.failure.v1";

    // what the next run of a sweep that was stopped may still read or publish
    private static final Set<Outcome> LEFT_FOR_THE_NEXT_RUN = EnumSet.of(
            Outcome.TRANSIENT, Outcome.QUOTA, Outcome.UNKNOWN, Outcome.REAUTH, Outcome.BATCH, Outcome.UNPUBLISHED);

    // a few show what is wrong with all of them
    private static final int MOST_REASONS = 20;

    private final Ledgers ledgers;
    private final Clock clock;

    public Failures(Ledgers ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** Items that do not fit their mapping: one record a kind of invalid. */
    public List<LedgerEntry> invalid(Exchange exchange, Sweep sweep, Request request, List<InvalidItem> items) {
        Map<String, List<InvalidItem>> kinds = new LinkedHashMap<>();
        items.forEach(item -> kinds.computeIfAbsent((item.card() == null) + item.kind(), k -> new ArrayList<>())
                .add(item));
        List<LedgerEntry> entries = new ArrayList<>(kinds.size());
        for (List<InvalidItem> alike : kinds.values()) {
            InvalidItem first = alike.get(0);
            List<String> cards = first.card() == null
                    ? List.of()
                    : alike.stream()
                            .map(item -> Objects.requireNonNull(item.card()))
                            .toList();
            count(sweep, request, alike.size());
            sweep.note("a value does not fit its type: "
                    + Cards.hiddenIn(request.attempts().shown(first.why(), RequestFailure.MOST_SHOWN), cards));
            String why = alike.stream()
                    .map(InvalidItem::why)
                    .distinct()
                    .limit(MOST_REASONS)
                    .map(each -> request.attempts().shown(each, RequestFailure.MOST_SHOWN))
                    .collect(Collectors.joining("; "));
            String part = request.id() + "-invalid" + (entries.isEmpty() ? "" : "-" + (entries.size() + 1));
            FailureValue value = new FailureValue(sweep, part, new RequestFailure(Outcome.INVALID, null, why))
                    .asked(request, sent(exchange), request.attempts().count() + 1, shown(alike), cards);
            entries.add(entry(sweep, first.card() == null ? value.count(alike.size()) : value.cards(cards)));
        }
        return entries;
    }

    private static @Nullable String shown(List<InvalidItem> items) {
        List<JsonNode> nodes = new ArrayList<>();
        items.stream().limit(MOST_REASONS).forEach(item -> {
            if (item.item() != null) {
                nodes.add(item.item());
            }
        });
        if (nodes.isEmpty()) {
            return null;
        }
        ArrayNode array = Json.MAPPER.createArrayNode().addAll(nodes);
        return nodes.size() == 1 ? nodes.get(0).toString() : array.toString();
    }

    /**
     * A request that stays unread, or whose records Kafka refused: halved, left for the next run, handed back or recorded.
     */
    public void of(Exchange exchange) {
        Sweep sweep = exchange.getProperty("sweep", Sweep.class);
        Request request = exchange.getProperty("request", Request.class);
        RequestFailure failure = exchange.getProperty("refusal", RequestFailure.class);
        RequestQueue requests = Objects.requireNonNull(sweep.requests());
        if (request.lost()) {
            // the sweep has ended, and said so of it
            return;
        }
        if (sweep.isSuspended() && (failure.isUnsent() || LEFT_FOR_THE_NEXT_RUN.contains(failure.outcome()))) {
            request.suspend();
            return;
        }
        if (failure.isUnsent() && request.attempts().count() <= 1) {
            // it never went out: it counts among the cards that were not asked
            sweep.stop(failure.reason());
            requests.follow(List.of(request.untried()));
            return;
        }
        // reasons and the log show no card's number, the failure's own record does
        List<String> named = Objects.requireNonNullElse(request.publishing(), request.cards());
        RequestFailure told = failure.with(text -> Cards.hiddenIn(text, named));
        if (Bisection.halved(sweep, requests, request, told)) {
            return;
        }
        List<String> cards = request.cards();
        List<String> answered = request.publishing();
        if (answered != null) {
            cards = Unacknowledged.of(answered, exchange);
            List<String> published = new ArrayList<>(answered);
            published.removeAll(Set.copyOf(cards));
            sweep.counts().published.addAndGet(published.size());
            request.done(published.size(), 0);
            ReplayedCards.acknowledged(exchange, published);
        }
        if (answered == null) {
            requests.unread(request);
        }
        StopRules.whereHopeless(sweep, request, told, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        if (answered != null && cards.isEmpty()) {
            return;
        }
        boolean unknown = answered == null && request.page() > 0;
        // of a page that was not read only the number of its cards may be known
        long number = unknown ? requests.ask(source -> source.asks(request)) : cards.size();
        count(sweep, request, (int) number);
        if (unknown && number == 0) {
            sweep.counts().unknown.incrementAndGet();
        }
        String what = told.outcome().word() + ": " + told.reason();
        sweep.note(request.id() + " " + what);
        LOG.warn(
                "{}: {} stays unread after {} tries: {}",
                sweep,
                request.id(),
                request.attempts().count(),
                what);
        FailureValue value = new FailureValue(sweep, request.id(), failure)
                .asked(
                        request,
                        sent(exchange),
                        request.attempts().count(),
                        request.attempts().reply(),
                        unknown ? null : cards);
        SweepLedger ledger = ledgers.of(sweep);
        ledger.failed(request.batch(), List.of(entry(sweep, named(value, unknown, number, cards))));
        ledger.checkpointIfDue(clock.instant());
    }

    private static FailureValue named(FailureValue value, boolean unknown, long number, List<String> cards) {
        if (unknown) {
            return number > 0 ? value.count(number) : value;
        }
        return value.cards(cards);
    }

    /**
     * What a sweep that stopped has not asked: one record for all its cards, and one for each part of a batch or page to ask
     * again.
     */
    public List<LedgerEntry> unasked(Sweep sweep, String reason) {
        RequestQueue requests = sweep.requests();
        RequestFailure failure = new RequestFailure(Outcome.LATER, null, "not asked: " + reason);
        RequestFailure lost = new RequestFailure(Outcome.UNKNOWN, null, "never finished: " + reason);
        List<LedgerEntry> entries = new ArrayList<>();
        Long known = requests == null ? sweep.unaskedBefore() : requests.ask(CardSource::unasked);
        long unasked = known == null ? 0 : known;
        for (Request request : requests == null ? List.<Request>of() : requests.queued()) {
            long cards = Objects.requireNonNull(requests).ask(source -> source.asks(request));
            if (request.isWholeAndUnasked() && cards > 0) {
                unasked += cards;
                continue;
            }
            List<String> answered = request.publishing();
            List<String> open = answered == null ? request.cards() : answered;
            sweep.counts().failed.addAndGet(open.size());
            FailureValue value = new FailureValue(sweep, request.id(), request.lost() ? lost : failure);
            entries.add(entry(sweep, request.page() > 0 && answered == null ? value : value.cards(open)));
        }
        if (unasked > 0) {
            sweep.counts().failed.addAndGet(unasked);
            entries.add(entry(sweep, new FailureValue(sweep, "unasked", failure).count(unasked)));
        }
        sweep.counts().failures.addAndGet(entries.size());
        return entries;
    }

    /**
     * The record of a sweep that fell short where no request says of which cards.
     *
     * @param cards how many it lacks; null where nobody can know
     */
    public LedgerEntry shortOf(Sweep sweep, @Nullable Long cards, String reason) {
        sweep.counts().failures.incrementAndGet();
        FailureValue value = new FailureValue(sweep, "short", new RequestFailure(Outcome.LATER, null, reason));
        if (cards != null) {
            sweep.counts().failed.addAndGet(cards);
            value.count(cards);
        }
        return entry(sweep, value);
    }

    /** A failure whose cards were published by a replay. */
    public LedgerEntry done(Sweep replay, String id, ObjectNode value) {
        return entry(replay, id, value.deepCopy().put("status", "done"));
    }

    private static void count(Sweep sweep, Request request, int failed) {
        request.done(0, failed);
        sweep.counts().failures.incrementAndGet();
        sweep.counts().failed.addAndGet(failed);
    }

    private LedgerEntry entry(Sweep sweep, FailureValue value) {
        return entry(sweep, value.id(), value.node());
    }

    private LedgerEntry entry(Sweep sweep, String id, ObjectNode value) {
        String status = value.path("status").asText();
        return new ControlRecord(TOPIC, id, id + "/" + status, TYPE, sweep.id().poll(), clock.instant())
                .of(sweep, Json.bytes(value));
    }

    /** The request as it went out. */
    private static String sent(Exchange exchange) {
        return exchange.getProperty("sent", "", String.class);
    }
}
