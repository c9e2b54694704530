package org.simrelay.bench.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The cards of a file in batches, joined by commas; any thread may take the next. */
final class InventoryBatches {

    private final BufferedReader lines;
    private final int size;
    private int left;

    /**
     * Begins behind the header.
     *
     * @param most how many cards to take
     */
    InventoryBatches(Path file, int size, int most) throws IOException {
        this.lines = Files.newBufferedReader(file);
        this.size = size;
        this.left = most;
        var unused = lines.readLine();
    }

    /** The next batch; null at the end, where the file is closed. */
    synchronized @Nullable String next() {
        StringBuilder batch = new StringBuilder(size * 14);
        try {
            for (int i = 0; i < size && left > 0; i++) {
                String card = lines.readLine();
                if (card == null) {
                    left = 0;
                    break;
                }
                left--;
                batch.append(i == 0 ? "" : ",").append(card);
            }
            if (batch.isEmpty()) {
                lines.close();
                return null;
            }
            return batch.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
