package org.simrelay.bench.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a program's process is started from.
 *
 * @param folder that holds config/ and routes/, where the process runs
 * @param jar the service's, with lib/ beside it
 * @param classes of a benchmark that knows this jar
 */
public record Build(Path folder, Path jar, Path classes) {

    private static final Path MAIN = Path.of(ProgramMain.class.getName().replace('.', '/') + ".class");

    /** The build of this folder. */
    static Build here() {
        return new Build(Path.of(""), Path.of("target", "simrelay.jar"), Path.of("target", "test-classes"));
    }

    /**
     * Another build, by its jar in the target/ of its checkout: driven by the benchmark that was built beside it, or by
     * this one, which does as long as the service is started in the same way.
     *
     * @throws IllegalArgumentException when there is no such jar, or no config/ and routes/ where they belong
     */
    public static Build of(Path jar) {
        Path file = jar.toAbsolutePath().normalize();
        Path folder = file.resolve("../..").normalize();
        for (Path part : List.of(file, folder.resolve("config"), folder.resolve("routes"))) {
            if (!Files.exists(part)) {
                throw new IllegalArgumentException("bench.baseline is " + jar + ", and there is no " + part
                        + "; name the target/simrelay.jar of a checkout that was built");
            }
        }
        Path own = file.resolveSibling("test-classes");
        Path classes = Files.exists(own.resolve(MAIN)) ? own : here().classes().toAbsolutePath();
        return new Build(folder, file, classes);
    }

    String classpath() {
        return jar + File.pathSeparator + classes;
    }
}
