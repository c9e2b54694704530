package org.simrelay.chaos.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The packaged service that is judged.
 *
 * @param jar with its libraries in lib/ beside it
 * @param home the folder with routes/ and config/
 */
public record Installation(Path jar, Path home) {

    /** Of a jar as {@code mvn package} makes it: routes and config stand beside its target/. */
    public static Installation of(Path jar) {
        Path path = jar.toAbsolutePath().normalize();
        Path home = path.getParent() == null ? null : path.getParent().getParent();
        if (!Files.exists(path) || home == null || !Files.isDirectory(home.resolve("routes"))) {
            throw new IllegalArgumentException(
                    path + " is not there, or has no routes/ beside its folder: build it with mvn package");
        }
        return new Installation(path, home);
    }

    /** Copies routes and config, so that a story may change them. */
    void copyTo(Path dir) {
        copy(home.resolve("routes"), dir.resolve("routes"));
        copy(home.resolve("config"), dir.resolve("config"));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from, e);
        }
    }
}
