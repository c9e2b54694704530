package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The file of cards, and what it held when. */
public final class InventoryFile {

    /** How a file is replaced. */
    public enum Way {
        /** Emptied and written anew, as an editor or {@code >} does. */
        IN_PLACE,
        /** Another file takes its name. */
        RENAME,
        /** Written to the same length and cut, without being empty in between. */
        OVER
    }

    /**
     * What the file held.
     *
     * @param from when it began to be written
     * @param written when that was done; up to then a reader may have found the one before
     * @param cards good ones, in order, doubled lines as they stand
     * @param whole whether each line is a card
     */
    public record Version(Instant from, Instant written, List<String> cards, boolean whole) {}

    /** So wide that the cards do not all stand in what a reader takes at once. */
    private static final String NOTE = "n".repeat(400);

    private final Path file;
    private final boolean csv;
    private final List<Version> versions = new ArrayList<>();

    InventoryFile(Path file, boolean csv) {
        this.file = file;
        this.csv = csv;
    }

    public Path file() {
        return file;
    }

    public synchronized List<Version> versions() {
        return List.copyOf(versions);
    }

    /** The cards that it holds now. */
    public synchronized List<String> cards() {
        return versions.isEmpty()
                ? List.of()
                : versions.get(versions.size() - 1).cards();
    }

    public void write(List<String> cards, Way way) throws IOException {
        write(cards, cards, way, "");
    }

    /**
     * Writes it anew.
     *
     * @param lines as they are to stand there, perhaps no cards
     * @param good the cards among them
     * @param before what the file begins with, such as a byte order mark
     */
    public synchronized void write(List<String> lines, List<String> good, Way way, String before) throws IOException {
        StringBuilder text = new StringBuilder(before);
        if (csv) {
            text.append("site,card,note\n");
        }
        for (String line : lines) {
            text.append(csv ? "s1," : "")
                    .append(line)
                    .append(csv ? "," + NOTE : "")
                    .append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Instant from = Instant.now();
        switch (way) {
            case IN_PLACE -> Files.write(file, bytes);
            case RENAME -> {
                Path other = file.resolveSibling(file.getFileName() + ".new");
                Files.write(other, bytes);
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            case OVER -> {
                try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
                    channel.write(java.nio.ByteBuffer.wrap(bytes));
                    channel.truncate(bytes.length);
                }
            }
        }
        versions.add(new Version(from, Instant.now(), List.copyOf(good), lines.size() == good.size()));
    }

    /** Takes the file away. */
    public synchronized void delete() throws IOException {
        Instant from = Instant.now();
        Files.deleteIfExists(file);
        versions.add(new Version(from, Instant.now(), List.of(), true));
    }
}
