package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes the polls of an installation publish changes only, and tell which cards have left their inventory. */
final class ChangesOnly {
    private static final String PATH = "        path: ";

    private ChangesOnly() {}

    /** @param everyNth of so many sweeps one publishes all cards; 0 leaves the files as they are */
    static void set(Path home, int everyNth) throws IOException {
        if (everyNth == 0) {
            return;
        }
        try (Stream<Path> files = Files.list(home.resolve("routes/polls"))) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                List<String> lines = text.contains("        batch: ")
                        ? List.of("publish: changes", "everyNth: " + everyNth, "leaves: event")
                        : List.of("publish: changes", "everyNth: " + everyNth);
                String more = "        " + String.join("\n        ", lines) + "\n";
                Files.writeString(file, text.replace(PATH, more + PATH));
            }
        }
    }
}
