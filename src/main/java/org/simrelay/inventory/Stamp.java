package org.simrelay.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells a file's state from another one without reading it.
 *
 * @param key of the file, whatever it is called; null where the file system has none
 * @param modified the time that whoever writes may set back
 * @param changed the time that only the kernel sets; null where the file system has none
 */
record Stamp(Path file, @Nullable Object key, long size, FileTime modified, @Nullable Object changed) {

    /**
     * The stamp of a file as it is now.
     *
     * @throws IOException when it is not there, or is a folder, a pipe or a device
     */
    static Stamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException(file + " is no file");
        }
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return new Stamp(
                file,
                attributes.fileKey(),
                attributes.size(),
                attributes.lastModifiedTime(),
                unix ? Files.getAttribute(file, "unix:ctime") : null);
    }
}
