package org.simrelay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What becomes of an inventory's file while a sweep is under way, as people and exports do it. */
public enum InventoryChange {
    /** In place, without its first card and with another one behind: {@code cp} over it. */
    REWRITTEN {
        @Override
        void write(Path file, List<String> cards) throws IOException {
            Files.write(file, cards.subList(1, cards.size()), StandardOpenOption.WRITE);
            Files.writeString(file, NEW, StandardOpenOption.APPEND);
        }
    },
    APPENDED {
        @Override
        void write(Path file, List<String> cards) throws IOException {
            Files.writeString(file, NEW, StandardOpenOption.APPEND);
        }
    },
    /** An export that has only begun. */
    CUT {
        @Override
        void write(Path file, List<String> cards) throws IOException {
            Files.write(file, cards.subList(0, cards.size() / 3));
        }
    },
    /** By another file under its name: an editor, {@code mv}. */
    REPLACED {
        @Override
        void write(Path file, List<String> cards) throws IOException {
            Path other = Files.write(file.resolveSibling("other.csv"), cards.subList(7, cards.size()));
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    },
    DELETED {
        @Override
        void write(Path file, List<String> cards) throws IOException {
            Files.delete(file);
        }
    };

    private static final String NEW = "1999999999999\n";

    abstract void write(Path file, List<String> cards) throws IOException;

    /** Happens to the file of these cards, one a line. */
    public void happen(Path file, List<String> cards) {
        try {
            write(file, cards);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
