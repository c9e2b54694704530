package org.simrelay.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sandbox's temporary directory: the broker's data, the inventory and the logs. */
final class Workplace {
    private final Path dir;

    private Workplace(Path dir) {
        this.dir = dir;
    }

    /** Makes one, and sends this JVM's own log to a file in it, before anything logs. */
    static Workplace create() {
        try {
            Path dir = Files.createTempDirectory("simrelay-sandbox-");
            Path logback = dir.resolve("logback.xml");
            Files.writeString(
                    logback,
                    """
                    <configuration>
                      <appender name="file" class="ch.qos.logback.core.FileAppender">
                        <file>%s</file>
                        <encoder><pattern>%%d{HH:mm:ss.SSS} %%-5level %%logger{20} %%msg%%n</pattern></encoder>
                      </appender>
                      <root level="WARN"><appender-ref ref="file"/></root>
                    </configuration>
                    """
                            .formatted(dir.resolve("sandbox.log")));
            System.setProperty("logback.configurationFile", logback.toString());
            return new Workplace(dir);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }

    Path dir() {
        return dir;
    }

    Path serviceLog() {
        return dir.resolve("service.log");
    }

    /** Writes an inventory: a CSV with one column, "card". */
    Path inventory(List<String> cards) {
        Path file = dir.resolve("cards.csv");
        try {
            Files.writeString(file, "card\n" + String.join("\n", cards) + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void delete() {
        if (!Files.exists(dir)) {
            return;
        }
        try (Stream<Path> all = Files.walk(dir)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println(dir + " is left behind: " + e.getMessage());
        }
    }
}
