package org.simrelay.chaos.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.grammar.World;
import org.simrelay.sandbox.vendor.Cards;

/** The arrears list changes while it is read. */
final class ListFaults {
    private ListFaults() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind("list/exchange", 4, w -> w.has("cmiot"), ListFaults::exchange),
                new Kind(
                        "list/shuffled",
                        2,
                        w -> w.has("cmiot"),
                        (r, w) -> change("list/shuffled", "the list is in another order", c -> {
                            List<String> other = new ArrayList<>(c);
                            java.util.Collections.shuffle(other, new java.util.Random(other.size()));
                            return other;
                        })),
                new Kind(
                        "list/emptied",
                        1,
                        w -> w.has("cmiot"),
                        (r, w) -> change("list/emptied", "no card is in arrears", c -> List.of())),
                new Kind(
                        "list/grown",
                        2,
                        w -> w.has("cmiot"),
                        (r, w) -> change("list/grown", "30 cards join in front", c -> {
                            List<String> other = new ArrayList<>(fresh(30));
                            other.removeAll(c);
                            other.addAll(c);
                            return other;
                        })));
    }

    private interface Change {
        List<String> of(List<String> cards);
    }

    /** A block leaves as another joins, so that the total holds and what is between slips. */
    private static Act exchange(SplittableRandom random, World world) {
        int block = random.nextInt(1, 25);
        int at = random.nextInt(Math.max(1, world.arrears() / 2));
        return change("list/exchange", block + " cards leave from " + at + " on as " + block + " join behind", c -> {
            List<String> other = new ArrayList<>(c);
            int gone = Math.min(block, Math.max(0, other.size() - at));
            other.subList(Math.min(at, other.size()), Math.min(at, other.size()) + gone)
                    .clear();
            List<String> joining = new ArrayList<>(fresh(400));
            joining.removeAll(c);
            other.addAll(joining.subList(0, gone));
            return other;
        });
    }

    private static List<String> fresh(int count) {
        return Cards.arrears(1_000 + count).subList(1_000, 1_000 + count);
    }

    private static Act change(String kind, String text, Change change) {
        return Act.once(
                kind, text, s -> s.vendors().setArrears(change.of(s.vendors().arrears())));
    }
}
