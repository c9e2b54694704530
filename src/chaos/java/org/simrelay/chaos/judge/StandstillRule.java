package org.simrelay.chaos.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.simrelay.chaos.world.Incidents.Incident;
import org.simrelay.chaos.world.Incidents.Sort;

/** A sweep that begins when all is well has nothing to wait for, be it that its budget is spent. */
final class StandstillRule implements Rule {
    /** What the contract gives a sweep in which nothing moves, above its longest wait; a sweep of a story lasts seconds. */
    private static final Duration MOST = Duration.ofSeconds(60);

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        evidence.incidents().all().stream()
                .filter(i -> i.sort() == Sort.CALM)
                .map(Incident::at)
                .findFirst()
                .ifPresent(calm -> evidence.sweeps().values().stream()
                        .filter(s -> s.ends().size() == 1 && !s.isSkipped())
                        .filter(s -> s.from().isAfter(calm))
                        .filter(s -> !evidence.incidents().any(s.from(), s.to(), Sort.GONE, Sort.START))
                        .forEach(s -> look(s, evidence.lag(), found)));
    }

    private static void look(SweepFacts sweep, Duration lag, Consumer<Finding> found) {
        Duration lasted = Duration.between(Instant.parse(sweep.end().field("startedAt")), sweep.to());
        if (lasted.compareTo(MOST.plus(lag)) > 0) {
            found.accept(new Finding("standstill", "all was well, and it lasted " + lasted + ": " + sweep.end()));
        }
    }
}
