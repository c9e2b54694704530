package org.simrelay.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.CardSpan;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.SourceStatus;
import org.simrelay.sweep.Sweep;

/**
 * The failures of what a sweep that stopped has not asked: one record for all its cards, and one for each part of a batch or page
 * to ask again.
 *
 * @param entries the records
 * @param cards how many cards they are about, as far as known
 */
public record UnaskedFailures(List<LedgerEntry> entries, long cards) {

    /** Makes them, for a sweep that ends. */
    public static UnaskedFailures of(Sweep sweep, String reason, Failures failures) {
        RequestQueue requests = sweep.requests();
        SourceStatus status = requests == null ? null : requests.status();
        RequestFailure failure = new RequestFailure(Outcome.LATER, null, "not asked: " + reason);
        RequestFailure lost = new RequestFailure(Outcome.UNKNOWN, null, "never finished: " + reason);
        List<LedgerEntry> entries = new ArrayList<>();
        Long known = status == null ? sweep.resumePoint().unasked() : status.unasked();
        long unasked = known == null ? 0 : known;
        long inParts = 0;
        List<Request> whole = new ArrayList<>();
        for (Request request : requests == null ? List.<Request>of() : requests.queued()) {
            long cards = Objects.requireNonNull(status).asks(request);
            if (request.isWholeAndUnasked() && cards > 0) {
                unasked += cards;
                whole.add(request);
                continue;
            }
            List<String> answered = request.publishing();
            List<String> open = answered == null ? request.cards() : answered;
            inParts += open.size();
            FailureValue value = new FailureValue(sweep, request.id(), request.lost() ? lost : failure);
            boolean named = answered != null || !request.cards().isEmpty();
            entries.add(failures.entry(sweep, named ? value.cards(open) : value));
        }
        if (unasked > 0) {
            entries.add(failures.entry(
                    sweep,
                    new FailureValue(sweep, "unasked", failure)
                            .count(unasked)
                            .span(span(whole, status == null ? null : status.rest()))));
        }
        return new UnaskedFailures(entries, inParts + unasked);
    }

    /** From the first of the batches that were to be asked to the last card behind them: between them some may have been asked. */
    private static @Nullable CardSpan span(List<Request> whole, @Nullable CardSpan behind) {
        CardSpan span = null;
        whole.sort(Comparator.comparingLong(Request::batch));
        for (Request request : whole) {
            List<String> cards = request.cards();
            if (!cards.isEmpty()) {
                span = CardSpan.from(span, new CardSpan(cards.get(0), cards.get(cards.size() - 1)));
            }
        }
        return CardSpan.from(span, behind);
    }
}
