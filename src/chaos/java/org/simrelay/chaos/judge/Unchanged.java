package org.simrelay.chaos.judge;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.simrelay.chaos.world.Incidents.Sort;
import org.simrelay.sandbox.vendor.SeenRequest;

/**
 * Cards of which a sweep says nothing, since their value is the one that was published last: there is such a value, and it is what the
 * vendor said in this sweep. That each published value is the vendor's is {@link ValueRule}'s.
 */
final class Unchanged {
    private Unchanged() {}

    /** @param failed so many of the silent cards have failed, which ones is not known */
    static void look(
            Evidence evidence, SweepFacts sweep, Collection<String> silent, long failed, Consumer<Finding> found) {
        if (evidence.incidents().any(Instant.MIN, Instant.MAX, Sort.SECOND)) {
            // of two processes that sweep side by side nobody can tell which was last
            return;
        }
        if (silent.isEmpty()) {
            return;
        }
        Map<String, Read> last = last(evidence, sweep);
        Set<String> wrong = new TreeSet<>();
        for (String card : silent) {
            String why = wrong(evidence, sweep, card, last.get(card));
            if (why != null) {
                wrong.add(card + ": " + why);
            }
        }
        if (wrong.size() > failed) {
            found.accept(new Finding(
                    "unchanged",
                    sweep.id() + " says nothing of " + Rule.few(wrong) + ", failed " + failed + "; " + sweep.end()));
        }
    }

    private static @Nullable String wrong(Evidence evidence, SweepFacts sweep, String card, @Nullable Read last) {
        if (last == null) {
            return "never published";
        }
        if (SweepFacts.isCleared(last)) {
            return "told to have left: " + last;
        }
        boolean missing = last.field("result").equals("missing");
        boolean right = evidence.seen().stream()
                .filter(seen -> !seen.at().isBefore(sweep.from()) && !seen.at().isAfter(sweep.to()))
                .filter(seen -> seen.path().endsWith("/" + Expected.path(sweep.poll())))
                .anyMatch(seen -> missing ? ValueRule.lacks(seen, card) : has(seen, card));
        return right ? null : "no reply of this sweep " + (missing ? "lacked" : "had") + " it: " + last;
    }

    private static boolean has(SeenRequest seen, String card) {
        return seen.http() == 200 && seen.given().contains(card);
    }

    /** The newest event of each card up to the sweep; those of a card stand in one partition, in their order. */
    private static Map<String, Read> last(Evidence evidence, SweepFacts sweep) {
        Map<String, Read> last = new HashMap<>();
        for (Read event : evidence.topic("sim." + sweep.poll().replaceFirst("[^-]*-", ""))) {
            if (!SweepFacts.dueAt(event.sweep()).isAfter(sweep.from())) {
                last.put(event.key(), event);
            }
        }
        return last;
    }
}
