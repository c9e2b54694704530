package org.simrelay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of route files: what of it is one. */
public final class RouteFolder {

    static final String ENDING = ".camel.yaml";

    private RouteFolder() {}

    /**
     * The route files of a folder, in order.
     *
     * @throws SettingsException when it cannot be read
     */
    public static List<Path> files(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> !isHidden(file) && isNamedAsRoute(file) && isFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Unreadable.of(folder, e);
        }
    }

    static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    static boolean isNamedAsRoute(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    static boolean isFolder(Path file) {
        return Files.isDirectory(file);
    }

    /** Whether one of its files has the name of a route file. */
    static boolean holdsRoutes(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.anyMatch(RouteFolder::isNamedAsRoute);
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isFile(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }
}
