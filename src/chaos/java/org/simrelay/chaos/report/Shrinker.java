package org.simrelay.chaos.report;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.simrelay.chaos.grammar.Story;
import org.simrelay.chaos.judge.Finding;

/** Makes a story that fails shorter: leaves out steps as long as it still breaks one of the same rules. */
public final class Shrinker {

    /** Plays a story and gives what it breaks. */
    @FunctionalInterface
    public interface Player {
        List<Finding> play(Story story) throws Exception;
    }

    /**
     * The shortest story found.
     *
     * @param findings of it
     */
    public record Shrunk(Story story, List<Finding> findings) {}

    private Shrinker() {}

    /** Attempts each step once, from the last to the first. */
    public static Shrunk shrink(Story story, List<Finding> findings, Player player) throws Exception {
        Set<String> rules = findings.stream().map(Finding::rule).collect(Collectors.toSet());
        Shrunk best = new Shrunk(story, findings);
        for (int step = story.steps().size() - 1;
                step >= 0 && best.story().steps().size() > 1;
                step--) {
            Story shorter = best.story().without(step);
            List<Finding> still = played(shorter, player);
            if (still.stream().anyMatch(f -> rules.contains(f.rule()))) {
                best = new Shrunk(shorter, still);
            }
        }
        return best;
    }

    private static List<Finding> played(Story story, Player player) throws Exception {
        try {
            return player.play(story);
        } catch (RuntimeException | IOException e) {
            // the stage broke, as on a busy machine: what was found so far is worth more
            return List.of();
        }
    }
}
