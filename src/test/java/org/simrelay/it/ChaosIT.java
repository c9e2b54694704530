package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.chaos.Options;
import org.simrelay.chaos.Round;
import org.simrelay.chaos.faults.Catalogue;
import org.simrelay.chaos.grammar.Grammar;
import org.simrelay.chaos.grammar.Story;
import org.simrelay.chaos.report.Report;

/** The chaos test's fixed part: a few stories that have each kind of fault. {@code mvn -Pchaos verify} draws others. */
class ChaosIT {
    private static final long SEED = 15;
    private static final int STEPS = 7;
    private static final int LANES = 2;

    @TempDir
    Path dir;

    @Test
    void noStoryOfTheFixedOnesBreaksTheContract() throws Exception {
        Deque<Story> stories = new ArrayDeque<>(new Grammar(Catalogue.all(), Set.of()).covering(SEED, STEPS));
        Options options = new Options(
                Duration.ofMinutes(10),
                SEED,
                stories.size(),
                Set.of(),
                Set.of(),
                LANES,
                Path.of("target", "simrelay.jar"),
                false);
        Report report = new Report(System.out);
        boolean good = new Round(options, report, dir).play(stories::poll);
        assertThat(good).as("each story without a finding: " + report.found()).isTrue();
    }
}
