package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simrelay.config.RouteFiles;

/** The polls that are there, and those that were meant: files of another name or in another folder, of which something else is said. */
public final class MeantPolls {

    private static final String ENDING = "(?i)\\.(camel\\.)?ya?ml(\\.[a-z]+)?$";

    private MeantPolls() {}

    /** Their names; what belongs to one of them is not blamed. */
    public static Set<String> of(RouteFiles files) {
        Set<String> names = new TreeSet<>(files.onDisk().polls());
        Path polls = files.poll("x").resolveSibling("");
        Path vendors = polls.resolveSibling("vendors");
        names.addAll(names(polls, 2));
        names(vendors, 1).stream()
                .filter(name -> !name.matches("[^-]+-(sweep|call|http|login)"))
                .forEach(names::add);
        return names;
    }

    private static Set<String> names(Path folder, int depth) {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(".") && !name.equals(name.replaceFirst(ENDING, "")))
                    .map(name -> name.replaceFirst(ENDING, ""))
                    .collect(Collectors.toSet());
        } catch (IOException | java.io.UncheckedIOException e) {
            return Set.of();
        }
    }
}
