package org.simrelay.inventory;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;

/**
 * A temporary file that loses its name as soon as it is open: nobody else can change it, no cleaner of the folder takes it
 * away, and its room is free again when it is closed or the process ends, killed or not.
 *
 * <p>No channel: an interrupted thread would close it under all that read it.
 */
final class CardFile implements Closeable {

    private final RandomAccessFile file;
    private final Path folder;
    // where an open file keeps its name, as in Windows
    private final @Nullable Path named;

    private CardFile(RandomAccessFile file, Path folder, @Nullable Path named) {
        this.file = file;
        this.folder = folder;
        this.named = named;
    }

    /**
     * Makes an empty one, which this user alone may read while it has a name.
     *
     * @throws SettingsException when the folder takes none
     */
    static CardFile in(Path folder) {
        try {
            Path path = Files.createTempFile(folder, "simrelay-cards-", ".tmp");
            return of(path, folder);
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    /** Takes a file that is there, and its name. */
    static CardFile of(Path path, Path folder) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            Files.deleteIfExists(path);
            return new CardFile(file, folder, null);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
            return new CardFile(file, folder, path);
        }
    }

    /** @throws SettingsException when the folder has no room for it */
    synchronized void write(long position, byte[] bytes, int length) {
        try {
            file.seek(position);
            file.write(bytes, 0, length);
        } catch (IOException e) {
            throw refused(folder, e);
        }
    }

    private static SettingsException refused(Path folder, IOException e) {
        return new SettingsException("the copy of the inventory cannot be written to " + folder + ": " + e
                + "; make room there, or name another folder with -Djava.io.tmpdir=<folder>");
    }

    /** Reads as {@link InputStream#read(byte[], int, int)} does. */
    private synchronized int read(long position, byte[] into, int offset, int length) throws IOException {
        file.seek(position);
        return file.read(into, offset, length);
    }

    /** Its last line. */
    synchronized String last() throws IOException {
        byte[] tail = new byte[(int) Math.min(LineReader.LONGEST, file.length())];
        file.seek(file.length() - tail.length);
        file.readFully(tail);
        String text = new String(tail, StandardCharsets.ISO_8859_1).stripTrailing();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    /** Cuts off what stands behind. */
    synchronized void cut(long length) throws IOException {
        file.setLength(length);
    }

    /** A reading of its own from the beginning; closing it leaves the file open. */
    InputStream stream() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = CardFile.this.read(position, into, offset, length);
                position += Math.max(read, 0);
                return read;
            }
        };
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
        if (named != null) {
            Files.deleteIfExists(named);
        }
    }
}
