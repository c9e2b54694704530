package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** The files of a folder below routes/, whoever reads them; what cannot be read is empty. */
final class FolderFiles {

    private FolderFiles() {}

    static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !name(file).startsWith(".")).sorted().toList();
        } catch (IOException e) {
            // there is none
            return List.of();
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? TextFile.read(file) : "";
        } catch (IOException | SettingsException e) {
            // said where the file itself is looked at
            return "";
        }
    }
}
