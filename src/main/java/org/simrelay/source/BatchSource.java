package org.simrelay.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.CardCursor;
import org.simrelay.inventory.InventoryScan;
import org.simrelay.reply.Answer;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.CardSpan;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.SortedAnswer;
import org.simrelay.sweep.SourceStatus;

/** The cards of an inventory in batches, each card once. */
final class BatchSource implements CardSource {

    private final CardCursor cursor;
    private final InventoryScan survey;
    private final int size;
    private final LowWatermark settled;
    private long batches;
    private long asked;
    private boolean isOpen = true;
    private @Nullable CardSpan rest;

    /**
     * Cuts cards into batches.
     *
     * @param cards at the first of them; closed with the source
     * @param from what is done already
     * @throws IOException when they cannot be read up to there
     */
    BatchSource(CardCursor cards, int size, Progress from) throws IOException {
        this.cursor = cards;
        this.survey = cards.survey();
        this.size = size;
        this.settled = new LowWatermark(fingerprint(survey, size), from);
        while (batches < from.batch() && asked < survey.cards()) {
            asked += batch().size();
            batches++;
        }
    }

    /** What a checkpoint must agree with to be gone on from. */
    static String fingerprint(InventoryScan survey, int size) {
        return Long.toHexString(survey.fingerprint()) + "-" + survey.cards() + "-" + size;
    }

    @Override
    public @Nullable Request next() throws IOException {
        List<String> cards = batch();
        if (cards.isEmpty()) {
            return null;
        }
        asked += cards.size();
        BatchRequest request = BatchRequest.of(++batches, cards);
        settled.asked(request.batchTally());
        return request;
    }

    private List<String> batch() throws IOException {
        List<String> cards = new ArrayList<>(size);
        while (cards.size() < size) {
            String card = cursor.next();
            if (card == null) {
                break;
            }
            cards.add(card);
        }
        return cards;
    }

    @Override
    public SortedAnswer sort(Request request, Answer answer) {
        return AskedSorting.sort((BatchRequest) request, answer);
    }

    @Override
    public void finished(Request request) {
        ((BatchRequest) request).batchTally().finished(request.tally());
        settled.advance();
    }

    @Override
    public SourceStatus status() {
        return new SourceStatus(
                survey.cards(),
                survey.cards() - asked,
                doubt(),
                survey.cards(),
                settled.progress(),
                size,
                1,
                null,
                rest);
    }

    private @Nullable String doubt() {
        if (survey.badLines() == 0) {
            return null;
        }
        String bad = survey.badLines() + " lines of the inventory hold no card number, the first at line "
                + survey.firstBad();
        return cursor.namesAccounts() ? bad + "; one that names an account which is not set counts, too" : bad;
    }

    @Override
    public void close() {
        if (isOpen) {
            isOpen = false;
            rest = read();
            cursor.close();
        }
    }

    private @Nullable CardSpan read() {
        try {
            String first = cursor.next();
            return first == null ? null : new CardSpan(first, cursor.last());
        } catch (IOException e) {
            // its count is told all the same
            return null;
        }
    }
}
