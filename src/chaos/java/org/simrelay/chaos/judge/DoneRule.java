package org.simrelay.chaos.judge;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A failure is only said to be done when each of its cards has been published since, under another sweep. */
final class DoneRule implements Rule {
    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        Collection<SweepFacts> sweeps = evidence.sweeps().values();
        for (Read failure : evidence.topic("sim.failures")) {
            if (failure.field("status").equals("done")) {
                Set<String> cards = new TreeSet<>();
                failure.value().path("cards").forEach(c -> cards.add(c.asText()));
                cards.removeAll(later(sweeps, failure));
                if (!cards.isEmpty()) {
                    found.accept(new Finding("done", Rule.few(cards) + " were not published: " + failure));
                }
            }
        }
    }

    private static Set<String> later(Collection<SweepFacts> sweeps, Read failure) {
        return sweeps.stream()
                .filter(s -> s.poll().equals(failure.field("poll")) && !s.id().equals(failure.field("sweep")))
                .flatMap(s -> s.published().stream())
                .collect(Collectors.toSet());
    }
}
