package org.simrelay.steps;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.account.RetryWaits;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.CardRecords;
import org.simrelay.records.InvalidFailures;
import org.simrelay.records.InvalidItem;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.SweepLedger;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.FailurePolicy;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.SortedAnswer;
import org.simrelay.sweep.Sweep;

/** A step that turns an answer into card events, one record a card, to {@code sim.<query>}; a failure for each that does not fit. */
public final class MapToCardEvents implements Processor {

    private final Mappings mappings;
    private final InvalidFailures failures;
    private final Ledgers ledgers;
    private final RetryWaits waits;
    private final Clock clock;

    public MapToCardEvents(
            Mappings mappings, InvalidFailures failures, Ledgers ledgers, RetryWaits waits, Clock clock) {
        this.waits = waits;
        this.mappings = mappings;
        this.failures = failures;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * Turns the answer into the records for {@code direct:publish}; none if no card is due.
     *
     * @throws RequestFailure later when the sweep has ended without it
     * @throws IllegalStateException when an answer to the request was mapped before: its cards would be published twice
     */
    @Override
    public void process(Exchange exchange) throws RequestFailure {
        Answer answer = exchange.getMessage().getBody(Answer.class);
        Sweep sweep = ExchangeContract.sweep(exchange);
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        if (request.lost()) {
            throw new RequestFailure(Outcome.LATER, RequestFailure.STOPPED, "answered after its sweep had ended");
        }
        if (!request.tryAnswer()) {
            throw new IllegalStateException("a route has this step twice: " + request.id() + " was answered before");
        }
        boolean isEmpty = answer.items().isEmpty();
        RequestFailure refused = answer.refused();
        if (refused == null) {
            sweep.streaks().answered(!isEmpty);
        } else {
            String stop = sweep.streaks().settleItems(request, masked(refused, request));
            if (stop != null) {
                sweep.stop(stop);
            }
        }
        AttemptEnds.tell(sweep, request, isEmpty ? Outcome.EMPTY : refused == null ? Outcome.OK : refused.outcome());
        RequestQueue requests = Objects.requireNonNull(sweep.requests());
        SortedAnswer sorted = requests.sort(request, answer);
        sweep.counts().duplicates.addAndGet(sorted.duplicates());
        sweep.counts().strays.addAndGet(sorted.strays());
        // from here on these cards are this request's to publish or to report, whatever happens
        List<String> cards = sorted.cards();
        request.publishing(cards);
        CardRecords made = new CardRecords(exchange.getContext(), sweep, request, mappings, cards.size());
        List<String> later = new ArrayList<>(0);
        RequestFailure passing = null;
        for (Answer.Item item : sorted.publish()) {
            RequestFailure failure = item.failure();
            if (failure == null) {
                made.add(item.card(), item.node());
            } else if (item.card() != null
                    && FailurePolicy.mayAskCardAgain(
                            sweep,
                            request,
                            failure,
                            waits.maxAttempts(sweep.id().vendor()))) {
                later.add(item.card());
                passing = failure;
            } else {
                made.refused(item.card(), masked(failure, request), item.node());
            }
        }
        sorted.missing().forEach(card -> made.add(card, null));
        sorted.unclear().forEach(made::unclear);
        SweepLedger ledger = ledgers.of(sweep);
        if (!made.invalid().isEmpty()) {
            fail(sweep, request, made.invalid(), ledger);
        }
        if (passing != null && request instanceof BatchRequest batch) {
            requests.follow(List.of(
                    batch.repeatLater(later, waits.before(request.attempts().count() + 1))));
        }
        request.publishing(made.cards());
        unchanged(sweep, request, made.unchanged());
        requests.publishing(request, made.bytes());
        ledger.checkpointIfDue(clock.instant());
        exchange.getMessage().setBody(made.records());
    }

    /** An item's code and words may quote what its request sent. */
    private static RequestFailure masked(RequestFailure ofItem, Request request) {
        return ofItem.with(text -> request.attempts().shown(text, RequestFailure.MOST_SHOWN));
    }

    private static void unchanged(Sweep sweep, Request request, List<String> cards) {
        if (!cards.isEmpty()) {
            request.tally().unchanged(cards.size());
            sweep.counts().unchanged(cards);
            sweep.listener().published(sweep, "unchanged", cards.size());
        }
    }

    private void fail(Sweep sweep, Request request, List<InvalidItem> items, SweepLedger ledger) {
        List<LedgerEntry> entries =
                failures.of(sweep, request, request.attempts().lastCall().sent(), items);
        request.tally().done(0, items.size());
        sweep.counts().failed(entries.size(), items.size(), InvalidItem.cards(items));
        sweep.counts().note(InvalidFailures.note(request, items));
        ledger.failed(request.batch(), entries);
    }
}
