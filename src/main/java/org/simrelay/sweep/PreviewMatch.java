package org.simrelay.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;

/**
 * What the items of a reply matched.
 *
 * @param items how many were found
 * @param total how many there are over all pages; null where the reply does not say
 * @param asked how many cards were asked for; 0 where only the vendor knows them
 * @param cards the numbers of the items, each once, in their order
 * @param missing cards that were asked for and are not among the items
 * @param strays numbers of items that nobody asked for
 * @param unnumbered items without a number that can be read
 * @param fields of the first item, as JSLT names them
 */
public record PreviewMatch(
        int items,
        @Nullable Long total,
        int asked,
        List<String> cards,
        List<String> missing,
        List<String> strays,
        int unnumbered,
        List<String> fields) {

    /** Holds an answer against the cards that were asked for. */
    public static PreviewMatch of(List<String> asked, Answer answer) {
        Set<String> cards = new LinkedHashSet<>();
        answer.items().stream().map(Item::card).filter(Objects::nonNull).forEach(cards::add);
        List<String> missing = new ArrayList<>(asked);
        missing.removeAll(cards);
        List<String> strays = new ArrayList<>(cards);
        strays.removeAll(Set.copyOf(asked));
        return new PreviewMatch(
                answer.items().size(),
                answer.total(),
                asked.size(),
                List.copyOf(cards),
                missing,
                asked.isEmpty() ? List.of() : strays,
                (int) answer.items().stream()
                        .filter(item -> item.card() == null)
                        .count(),
                answer.items().isEmpty()
                        ? List.of()
                        : JsonOutline.fields(answer.items().get(0).node()));
    }
}
