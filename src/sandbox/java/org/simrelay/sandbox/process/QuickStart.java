package org.simrelay.sandbox.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Options of a JVM for processes that are many and live for seconds: quick to start rather than quick to run. */
public final class QuickStart {
    private QuickStart() {}

    /**
     * The options for a packaged jar.
     *
     * @param jar with the archive of its classes beside it, classes.jsa, where the build has made one as bin/simrelay does
     */
    public static List<String> options(Path jar) {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Path archive = jar.toAbsolutePath().resolveSibling("classes.jsa");
        if (Files.isReadable(archive)) {
            // one that does not fit is passed over by the JVM, which need not say so
            options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off"));
        }
        return options;
    }
}
