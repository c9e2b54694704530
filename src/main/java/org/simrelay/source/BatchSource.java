package org.simrelay.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.CardCursor;
import org.simrelay.inventory.InventoryScan;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.CardSource;
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
        while (batches < from.batch()) {
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
        Request request = BatchRequest.of(++batches, cards);
        settled.asked(request);
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
        if (isAsAsked(request.cards(), answer.items())) {
            return new SortedAnswer(answer.items(), List.of(), List.of(), List.of(), 0, 0);
        }
        Set<String> open = new LinkedHashSet<>(request.cards());
        List<Item> publish = new ArrayList<>(request.cards().size());
        int duplicates = 0;
        int strays = 0;
        for (Item item : answer.items()) {
            if (item.card() != null && open.remove(item.card())) {
                publish.add(item);
            } else if (item.card() != null && request.cards().contains(item.card())) {
                duplicates++;
            } else {
                // nor is one without a number lost: the card that it may be of is missing, and asked for again
                strays++;
            }
        }
        List<String> missing = List.copyOf(open);
        if (missing.isEmpty() || request.last()) {
            boolean clear = missing.isEmpty() || answer.items().stream().allMatch(item -> item.card() != null);
            List<String> none = List.of();
            return new SortedAnswer(
                    publish, clear ? missing : none, clear ? none : missing, List.of(), duplicates, strays);
        }
        return new SortedAnswer(
                publish, List.of(), List.of(), List.of(((BatchRequest) request).repeat(missing)), duplicates, strays);
    }

    /** Whether an answer has just the cards that were asked for, in their order, as nearly all have: no set is needed then. */
    private static boolean isAsAsked(List<String> cards, List<Item> items) {
        if (cards.size() != items.size()) {
            return false;
        }
        for (int i = 0; i < cards.size(); i++) {
            if (!cards.get(i).equals(items.get(i).card())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void follows(Request request) {
        settled.asked(request);
    }

    @Override
    public void finished(Request request) {
        settled.finished(request);
    }

    @Override
    public void unread(Request request) {
        // its cards are known and stand in the failure record
    }

    @Override
    public SourceStatus status() {
        return new SourceStatus(
                survey.cards(), survey.cards() - asked, doubt(), survey.cards(), settled.progress(), size, 1);
    }

    private @Nullable String doubt() {
        return survey.badLines() == 0
                ? null
                : survey.badLines()
                        + " lines of the inventory hold no card number, or name an account that is not set, the first at line "
                        + survey.firstBad();
    }

    @Override
    public void close() {
        cursor.close();
    }
}
