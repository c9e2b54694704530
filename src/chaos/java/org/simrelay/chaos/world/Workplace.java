package org.simrelay.chaos.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.simrelay.sandbox.process.AtExit;

/** The temporary folder of a run, deleted when this JVM ends. */
public final class Workplace {
    private Workplace() {}

    /** Makes one, and silences this JVM's own log, before anything logs: a broker that is killed on purpose is no news. */
    public static Path create() throws IOException {
        Path dir = Files.createTempDirectory("simrelay-chaos-");
        // the first to be added is the last to run, when the processes are gone
        AtExit.add(() -> delete(dir));
        Path logback = dir.resolve("logback.xml");
        Files.writeString(logback, "<configuration><root level=\"OFF\"/></configuration>\n");
        System.setProperty("logback.configurationFile", logback.toString());
        return dir;
    }

    private static void delete(Path dir) {
        try (Stream<Path> all = Files.walk(dir)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println(dir + " is left behind: " + e.getMessage());
        }
    }
}
