package org.simrelay.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.BatchRequest;
import org.simrelay.sweep.SortedAnswer;

/** Sorts an answer by the cards that were asked for: each is published once, asked for again, or believed missing. */
final class AskedSorting {

    private AskedSorting() {}

    static SortedAnswer sort(BatchRequest request, Answer answer) {
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
        return new SortedAnswer(publish, List.of(), List.of(), List.of(request.repeat(missing)), duplicates, strays);
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
}
