package org.simrelay.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The native libraries that jars unpacked into the temporary folder (lz4's, for Kafka). They delete themselves as the JVM ends, and stay
 * behind where it is halted: one more with each start, in a folder that may have a limit.
 */
public final class UnpackedLibraries {

    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final Pattern LIBRARY = Pattern.compile(" (/.*/lib[a-z0-9]+-java-[0-9]+\\.so)$");

    private UnpackedLibraries() {}

    /** Removes those that this process has loaded; what is loaded stays so. Nothing where the system does not tell which. */
    public static void remove() {
        remove(MAPS, Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    /**
     * The same.
     *
     * @param maps what the process has mapped, as Linux tells it
     * @param folder where they were unpacked; others are left alone
     */
    static void remove(Path maps, Path folder) {
        if (!Files.isReadable(maps)) {
            return;
        }
        try {
            for (Path library : loaded(maps)) {
                if (folder.equals(library.getParent())) {
                    Files.deleteIfExists(library);
                    // lz4 takes those with this file beside them for another process's
                    Files.deleteIfExists(folder.resolve(library.getFileName() + ".lck"));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the process ends, and its supervisor or the next reboot clears the folder
        }
    }

    private static Set<Path> loaded(Path maps) throws IOException {
        try (var lines = Files.lines(maps)) {
            return lines.map(LIBRARY::matcher)
                    .filter(Matcher::find)
                    .map(found -> Path.of(found.group(1)))
                    .collect(Collectors.toSet());
        }
    }
}
