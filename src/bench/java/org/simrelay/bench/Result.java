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
 * @param ofFloor its rate in a round over the floor's in the same round; null without a floor
 */
record Result(
        Scenario scenario,
        ProgramKind program,
        double cardsPerSecond,
        @Nullable Share ofFloor,
        double cpuMicrosPerCard,
        double peakMemoryMb,
        int rounds,
        double gcMillis) {

    /**
     * A share over the rounds.
     *
     * @param low a quarter of the rounds had less
     * @param high a quarter of them had more
     */
    record Share(double low, double median, double high) {

        static Share of(List<Double> ratios) {
            return new Share(
                    Median.quantile(ratios, 0.25), Median.of(ratios, ratio -> ratio), Median.quantile(ratios, 0.75));
        }
    }

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
                    ratios.isEmpty() ? null : Share.of(ratios),
                    Median.of(rounds, Round::cpuMicrosPerCard),
                    rounds.get(rounds.size() - 1).peakKilobytes() / 1024.0,
                    rounds.size(),
                    Median.of(rounds, round -> round.gcMillis())));
        });
        return results;
    }
}
