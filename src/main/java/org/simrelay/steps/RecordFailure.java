package org.simrelay.steps;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.simrelay.lifecycle.ToldFailures;
import org.simrelay.records.Failures;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.SweepLedger;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A step behind a request that stays unread, or whose records Kafka refused: what it did not publish goes to sim.failures. */
public final class RecordFailure implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(RecordFailure.class);

    private final Failures failures;
    private final Ledgers ledgers;
    private final ToldFailures told;
    private final Clock clock;

    public RecordFailure(Failures failures, Ledgers ledgers, ToldFailures told, Clock clock) {
        this.failures = failures;
        this.ledgers = ledgers;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Sweep sweep = ExchangeContract.sweep(exchange);
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        RequestFailure failure = Objects.requireNonNull(request.attempts().lastFailure());
        List<String> answered = request.publishing();
        if (answered == null) {
            request.tally().unread();
            List<String> cards = request.cards();
            if (cards.isEmpty()) {
                // of a page that was not read only the number of its cards may be known
                RequestQueue requests = Objects.requireNonNull(sweep.requests());
                record(exchange, sweep, failure, null, requests.status().asks(request));
            } else {
                record(exchange, sweep, failure, cards, cards.size());
            }
            return;
        }
        List<String> refused = Unacknowledged.of(answered, exchange);
        countPublished(sweep, request, answered, refused);
        PublishedResults.tell(exchange, refused);
        if (!refused.isEmpty()) {
            record(exchange, sweep, failure, refused, refused.size());
        }
    }

    private static void countPublished(Sweep sweep, Request request, List<String> answered, List<String> refused) {
        List<String> published = new ArrayList<>(answered);
        published.removeAll(Set.copyOf(refused));
        request.tally().done(published.size(), 0);
        sweep.counts().acknowledged(published);
    }

    /**
     * @param cards that were not published; null where they are not known
     * @param number of them; 0 where that is not known either
     */
    private void record(
            Exchange exchange, Sweep sweep, RequestFailure failure, @Nullable List<String> cards, long number) {
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        request.tally().done(0, (int) number);
        sweep.counts().failed(1, number, cards == null ? List.of() : cards);
        if (cards == null) {
            sweep.counts().failedUnread(number);
            sweep.counts().unknown.addAndGet(number == 0 ? 1 : 0);
        }
        // reasons and the log show no card's number, the failure's own record does
        RequestFailure shown = failure.hiding(request.open());
        String what = shown.outcome().word() + ": " + shown.reason();
        sweep.counts().note(request.id() + " " + what);
        if (told.isNews(sweep, request, cards == null ? List.of() : cards, shown)) {
            int attempts = request.attempts().count();
            LOG.warn(
                    "{}: {} failed after {}: {}",
                    sweep,
                    request.id(),
                    attempts == 1 ? "1 attempt" : attempts + " attempts",
                    what);
        }
        String sent = request.attempts().lastCall().sent();
        LedgerEntry entry = cards == null
                ? failures.ofUnknown(sweep, request, sent, failure, number)
                : failures.of(sweep, request, sent, failure, cards);
        SweepLedger ledger = ledgers.of(sweep);
        ledger.failed(request.batch(), List.of(entry));
        ledger.checkpointIfDue(clock.instant());
    }
}
