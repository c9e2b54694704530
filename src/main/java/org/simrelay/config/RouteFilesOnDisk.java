package org.simrelay.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The route files that are there, those of vendors and polls that are switched off too. */
public final class RouteFilesOnDisk {

    private static final List<String> FOLDERS = List.of("shared", "vendors", "polls");

    private final Path routes;

    /** @param routes the folder {@code routes/} */
    RouteFilesOnDisk(Path routes) {
        this.routes = routes;
    }

    /** The folders that route files stand in, in the order in which Camel reads them. */
    static List<String> folderNames() {
        return FOLDERS;
    }

    /**
     * The route files of one of them, in order.
     *
     * @throws SettingsException when it cannot be read
     */
    List<Path> files(String folder) {
        return RouteFolder.files(routes.resolve(folder));
    }

    /** The folders that route files stand in. */
    List<Path> folders() {
        return FOLDERS.stream().map(routes::resolve).toList();
    }

    /** The ids of all polls, in order. */
    public List<String> polls() {
        return files("polls").stream().map(RouteFiles::id).toList();
    }

    /** The vendors that have a file. */
    public Set<String> vendors() {
        return Stream.of("vendors", "polls")
                .flatMap(folder -> files(folder).stream())
                .map(file -> RouteFiles.vendor(RouteFiles.id(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The queries of all polls. */
    public Set<String> queries() {
        return polls().stream().map(RouteFiles::query).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys of the switches of all polls. */
    public List<String> switches() {
        return polls().stream().map(Switches::key).toList();
    }

    /** The keys of the switches of all vendors. */
    public List<String> vendorSwitches() {
        return vendors().stream().map(Switches::ofVendor).toList();
    }

    /** The texts of all route files, but for those that cannot be read. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        FOLDERS.stream().flatMap(folder -> files(folder).stream()).forEach(file -> {
            try {
                texts.add(TextFile.read(file));
            } catch (IOException | SettingsException e) {
                // said where the file itself is looked at
            }
        });
        return texts;
    }
}
