package org.simrelay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped {@code config} and {@code routes}, for a test that changes them. */
public final class ShippedFiles {

    private ShippedFiles() {}

    /** Copies both into a folder. */
    public static void copyTo(Path folder) throws IOException {
        for (String part : List.of("config", "routes")) {
            try (Stream<Path> files = Files.walk(Path.of(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = folder.resolve(file.toString());
                    Files.createDirectories(to.resolveSibling(""));
                    Files.copy(file, to);
                }
            }
        }
    }
}
