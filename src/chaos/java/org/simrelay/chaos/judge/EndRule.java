package org.simrelay.chaos.judge;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Each sweep that began has one end, with counts that agree, and a failure record where it is not complete. */
final class EndRule implements Rule {
    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        evidence.unsettled().forEach(text -> found.accept(new Finding("hang", text)));
        for (Map.Entry<String, SweepFacts> entry : evidence.sweeps().entrySet()) {
            SweepFacts sweep = entry.getValue();
            if (sweep.ends().size() != 1) {
                found.accept(new Finding(
                        "one-end",
                        sweep.id() + " has " + sweep.ends().size() + " ends: " + sweep.ends() + "; began "
                                + sweep.started()));
            } else if (!sweep.isSkipped()) {
                end(evidence, sweep, found);
            }
        }
    }

    private static void end(Evidence evidence, SweepFacts sweep, Consumer<Finding> found) {
        if (sweep.started().isEmpty()
                && !evidence.incidents()
                        .any(sweep.from().minusSeconds(2), sweep.to(), org.simrelay.chaos.world.Incidents.Sort.KAFKA)) {
            found.accept(new Finding("started", sweep.id() + " ended and never began: " + sweep.end()));
        }
        long expected = sweep.number("expected");
        long published = sweep.number("published");
        long unchanged = Math.max(0, sweep.number("unchanged"));
        long failed = sweep.number("failed");
        Set<String> both = new TreeSet<>(sweep.published());
        switch (sweep.outcome()) {
            case "complete" -> {
                if (failed != 0
                        || expected != published + unchanged
                        || !sweep.failures().isEmpty()) {
                    found.accept(new Finding(
                            "counts",
                            sweep.id() + " is complete and yet: " + sweep.end() + " "
                                    + Rule.few(sweep.failures().values())));
                }
            }
            case "partial", "failed" -> {
                if (sweep.failures().isEmpty()) {
                    found.accept(new Finding("no-failure", sweep.id() + " has no failure record: " + sweep.end()));
                }
                if (expected >= 0 && expected != published + unchanged + failed && sweep.counted() != null) {
                    found.accept(new Finding(
                            "counts",
                            "expected is not published + unchanged + failed: " + sweep.end() + " "
                                    + Rule.few(sweep.failures().values())));
                }
            }
            default -> found.accept(new Finding("outcome", "no outcome of the contract: " + sweep.end()));
        }
        long uncertain = sweep.failures().values().stream()
                .filter(f -> f.field("outcome").equals("unpublished"))
                .mapToLong(f -> f.value().path("count").asLong(Long.MAX_VALUE / 2))
                .sum();
        // what Kafka took and could not say so is published and counted as failed
        if (sweep.number("cleared") != sweep.cleared().size() && !sweep.isInterrupted(evidence)) {
            found.accept(
                    new Finding("cleared", sweep.cleared().size() + " cards were told to have left: " + sweep.end()));
        }
        if (published > both.size() || (!sweep.isInterrupted(evidence) && both.size() - published > uncertain)) {
            found.accept(new Finding(
                    "published", sweep.id() + ": the topic has " + both.size() + " distinct cards: " + sweep.end()));
        }
    }
}
