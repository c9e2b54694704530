package org.simrelay.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.simrelay.bench.vendor.Cards;

/** The inventory that a sweep is over. */
public final class InventoryFile {

    private InventoryFile() {}

    /** Writes one of the first so many cards, and tells where it is. */
    public static Path write(Path folder, int cards) {
        Path file = folder.resolve("cards-" + cards + ".csv").toAbsolutePath();
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("card\n");
            for (int place = 0; place < cards; place++) {
                writer.write(Cards.number(place));
                writer.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
