package org.simrelay.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** The names of fields, as JSON or as YAML, in the scenarios of a vendor's polls, in what they answer and in the stubs that they share. */
final class ShownFields {

    private static final int MOST_BYTES = 1_000_000;
    // looked for where a word begins, and in one go: a body in Base64 is one long word
    private static final Pattern NAME = Pattern.compile("(?<![\\w-])([A-Za-z_][\\w-]*+)\"?\\s*+:");

    private ShownFields() {}

    /** @param scenarios the folder of the polls' folders */
    static Set<String> of(Path scenarios, String vendor) {
        Set<String> names = new TreeSet<>();
        for (Path file : files(scenarios)) {
            Path folder = scenarios.relativize(file);
            if (folder.getNameCount() == 1 || folder.getName(0).toString().startsWith(vendor + "-")) {
                try {
                    Matcher name = NAME.matcher(TextFile.read(file));
                    while (name.find()) {
                        names.add(name.group(1));
                    }
                } catch (IOException | SettingsException e) {
                    // said by "simrelay test"
                }
            }
        }
        return names;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().matches(".*\\.(yaml|json)")
                            && file.toFile().length() <= MOST_BYTES)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
