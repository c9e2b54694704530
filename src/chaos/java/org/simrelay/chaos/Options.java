package org.simrelay.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * What is asked of the chaos test, by {@code -Dchaos.…}; a property that is empty counts as not given.
 *
 * @param minutes after which no further story begins
 * @param first the first of the seeds, which count up from it
 * @param stories the most stories
 * @param only names of kinds or rooms of faults; all if empty
 * @param ignored rules whose findings do not count
 * @param lanes stories played side by side
 * @param jar the packaged service
 * @param shrinks whether a story with a finding is made shorter
 */
public record Options(
        Duration minutes,
        long first,
        long stories,
        Set<String> only,
        Set<String> ignored,
        int lanes,
        Path jar,
        boolean shrinks) {
    private static final long MANY = 1_000_000;

    /** Of the system's properties; {@code chaos.seed} is one story, {@code chaos.from} the first of many. */
    static Options ofProperties() {
        String seed = text("seed", "");
        boolean one = !seed.isEmpty();
        long random = System.nanoTime() % 1_000_000_000;
        return new Options(
                Duration.ofMinutes(Long.parseLong(text("minutes", "10"))),
                Long.parseLong(one ? seed : text("from", Long.toString(random))),
                one ? 1 : Long.parseLong(text("stories", Long.toString(MANY))),
                words("only"),
                words("ignore"),
                one ? 1 : Integer.parseInt(text("lanes", "2")),
                Path.of(text("jar", "target/simrelay.jar")),
                Boolean.parseBoolean(text("shrink", "true")));
    }

    private static Set<String> words(String name) {
        String words = text(name, "");
        return words.isEmpty() ? Set.of() : Set.of(words.split(",", -1));
    }

    private static String text(String name, String otherwise) {
        String value = System.getProperty("chaos." + name, "");
        return value.isEmpty() ? otherwise : value;
    }
}
