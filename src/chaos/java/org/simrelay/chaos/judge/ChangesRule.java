package org.simrelay.chaos.judge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.simrelay.chaos.grammar.World;

/** Cards are only left out as unchanged where that is asked for, and all are published once in so many sweeps. */
final class ChangesRule implements Rule {
    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        World world = evidence.story().world();
        Map<String, Integer> without = new HashMap<>();
        List<SweepFacts> ran = evidence.sweeps().values().stream()
                .filter(sweep -> sweep.ends().size() == 1 && !sweep.isReplay())
                .filter(sweep ->
                        sweep.outcome().equals("complete") || sweep.outcome().equals("partial"))
                .sorted(Comparator.comparing(SweepFacts::from))
                .toList();
        for (SweepFacts sweep : ran) {
            long unchanged = sweep.number("unchanged");
            if (unchanged > 0 && world.everyNth() == 0) {
                found.accept(new Finding("unchanged", "the poll publishes all cards: " + sweep.end()));
            }
            // one that published all but what failed is one that publishes all
            int more = sweep.outcome().equals("complete") ? 1 : 0;
            int row = unchanged > 0 ? without.merge(sweep.poll(), more, Integer::sum) : 0;
            without.put(sweep.poll(), row);
            if (more > 0 && row >= Math.max(1, world.everyNth())) {
                found.accept(new Finding(
                        "every-nth", row + " complete sweeps in a row left cards out, up to " + sweep.end()));
            }
        }
    }
}
