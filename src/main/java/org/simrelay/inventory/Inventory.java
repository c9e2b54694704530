package org.simrelay.inventory;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file of cards: a number a line, or a CSV whose header has {@code card}. Read as a stream, in the file's order. */
public final class Inventory {

    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
    private static final CharMatcher LETTER_OR_DIGIT = DIGIT.or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('a', 'z'))
            .precomputed();
    private static final int LONGEST = 64;
    private static final int PART_BYTES = 1 << 16;
    private static final String COLUMN = "card";
    private static final ObjectReader ROWS = new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.TRIM_SPACES)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES);

    private final Path file;

    public Inventory(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** About how many lines the file has, empty ones too. */
    long lines() throws IOException {
        long feeds = 0;
        long returns = 0;
        byte[] part = new byte[PART_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                for (int i = 0; i < length; i++) {
                    feeds += part[i] == '\n' ? 1 : 0;
                    returns += part[i] == '\r' ? 1 : 0;
                }
            }
        }
        // a line ends with a feed, or with both, or in old files with a return
        return Math.max(feeds, returns) + 1;
    }

    /**
     * Opens the file at its first card.
     *
     * @throws IOException when it cannot be read, or its first line is neither a card nor a header with "card"
     */
    Cursor open() throws IOException {
        return new Cursor();
    }

    /**
     * A line of the inventory.
     *
     * @param card the card's number, null where the line has none
     * @param number the line's number in the file, from 1
     */
    record Line(@Nullable String card, long number) {}

    /** A place in the file. */
    final class Cursor implements AutoCloseable {
        private final MappingIterator<String[]> rows;
        private final int column;
        private @Nullable Line ahead;
        private long number;

        private Cursor() throws IOException {
            rows = ROWS.readValues(file.toFile());
            String[] first = row();
            int header = first == null ? -1 : Arrays.asList(first).indexOf(COLUMN);
            column = Math.max(header, 0);
            ahead = first == null || header >= 0 ? null : line(first);
            if (ahead != null && first != null && !isList(ahead, first)) {
                rows.close();
                throw new IOException("line " + number + " of " + file
                        + " is neither a card number nor a CSV header with a column \"" + COLUMN + "\"");
            }
        }

        // a list has one column; a name in letters alone is the header of another file
        private static boolean isList(Line line, String[] columns) {
            String card = line.card();
            return columns.length == 1 && card != null && DIGIT.matchesAnyOf(card);
        }

        /** The next line that is not empty; null at the end. */
        @Nullable Line next() throws IOException {
            Line line = ahead;
            if (line != null) {
                ahead = null;
                return line;
            }
            String[] row = row();
            return row == null ? null : line(row);
        }

        private String @Nullable [] row() throws IOException {
            try {
                if (!rows.hasNext()) {
                    return null;
                }
                // before a row is taken the parser stands at its first character
                number = rows.getParser().currentLocation().getLineNr();
                return rows.next();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            } catch (RuntimeException e) {
                throw new IOException("line " + (number + 1) + " of " + file + " cannot be read as CSV", e);
            }
        }

        private Line line(String[] row) {
            String card = column < row.length ? row[column] : "";
            boolean number = !card.isEmpty() && card.length() <= LONGEST && LETTER_OR_DIGIT.matchesAllOf(card);
            return new Line(number ? card : null, this.number);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
