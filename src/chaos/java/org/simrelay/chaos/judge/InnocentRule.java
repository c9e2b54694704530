package org.simrelay.chaos.judge;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What spoils a batch, be it a card or its length, costs no other card: where nothing else goes wrong, only such cards fail. */
final class InnocentRule implements Rule {
    /** Rooms whose faults leave all other cards readable. */
    private static final Set<String> HARMLESS = Set.of("card", "list", "files");

    /** Batches are refused for their length: each card can be read in a shorter one. */
    private static final String TOO_LONG = "vendor/too-long";

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        boolean harmless = evidence.story().world().budget() == 0
                && evidence.story().steps().stream()
                        .map(s -> s.act().kind())
                        .allMatch(k -> k.equals(TOO_LONG) || HARMLESS.contains(k.replaceAll("/.*", "")));
        if (!harmless) {
            return;
        }
        String odd = evidence.story().steps().stream()
                .filter(s -> s.act().kind().startsWith("card/"))
                .map(s -> s.act().text())
                .collect(Collectors.joining());
        for (Map.Entry<String, SweepFacts> sweep : evidence.sweeps().entrySet()) {
            Set<String> innocent = new TreeSet<>(sweep.getValue().named());
            innocent.removeIf(odd::contains);
            Long counted = sweep.getValue().counted();
            if (!innocent.isEmpty()
                    || (counted != null && counted > 0 && sweep.getValue().isOfInventory())) {
                found.accept(new Finding(
                        "innocent",
                        sweep.getKey() + ": cards failed for the sake of others: " + Rule.few(innocent)
                                + ", counted " + counted + "; "
                                + Rule.few(sweep.getValue().failures().values())));
            }
        }
    }
}
