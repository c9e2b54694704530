package org.simrelay.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The cards of a replay, as a file that this user alone may read, for as long as the replay runs.
 *
 * @param file a number a line
 */
record ReplayInventory(Path file) implements AutoCloseable {

    static ReplayInventory of(Set<String> cards) {
        try {
            Path file = Files.createTempFile("simrelay-replay", ".csv");
            file.toFile().deleteOnExit();
            return new ReplayInventory(Files.write(file, cards));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
