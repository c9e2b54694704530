package org.simrelay.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.bench.program.ProgramKind;
import org.simrelay.bench.program.Round;

/**
 * What a program did in a scenario: medians over its rounds.
 *
 * @param ofFloor the median of its rate in a round over the floor's in the same round; null without a floor
 */
record Result(
        Scenario scenario,
        ProgramKind program,
        double cardsPerSecond,
        @Nullable Double ofFloor,
        double cpuMicrosPerCard,
        double peakMemoryMb,
        int rounds,
        double gcMillis) {

    /** Those of a scenario, in the order of the programs. */
    static List<Result> of(Scenario scenario, Map<ProgramKind, List<Round>> all) {
        List<Round> floor = all.getOrDefault(ProgramKind.FLOOR, List.of());
        List<Result> results = new ArrayList<>();
        all.forEach((program, rounds) -> {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < floor.size(); i++) {
                ratios.add(rounds.get(i).cardsPerSecond() / floor.get(i).cardsPerSecond());
            }
            results.add(new Result(
                    scenario,
                    program,
                    Median.of(rounds, Round::cardsPerSecond),
                    ratios.isEmpty() ? null : (Double) Median.of(ratios, ratio -> ratio),
                    Median.of(rounds, Round::cpuMicrosPerCard),
                    rounds.get(rounds.size() - 1).peakKilobytes() / 1024.0,
                    rounds.size(),
                    Median.of(rounds, round -> round.gcMillis())));
        });
        return results;
    }
}
