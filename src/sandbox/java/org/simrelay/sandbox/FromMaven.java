package org.simrelay.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/**
 * Runs the {@link Sandbox} in a JVM of its own from within Maven's (exec:java), with the terminal handed through. Maven ends
 * only when the sandbox has: Ctrl-C reaches both, and a shutdown hook of Maven's JVM waits for the sandbox's closing words.
 */
public final class FromMaven {

    private static final long MOST_SECONDS_TO_STOP = 55;

    private FromMaven() {}

    /**
     * Takes what {@link Sandbox} takes.
     *
     * @throws IOException when the JVM cannot be started
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Sandbox.class.getName()));
        command.addAll(List.of(args));
        Process sandbox = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(sandbox), "end-of-sandbox"));
        int exit = sandbox.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the sandbox ended with " + exit);
        }
    }

    private static void end(Process sandbox) {
        // where Maven alone was told to stop; after Ctrl-C the sandbox is stopping by itself
        sandbox.destroy();
        try {
            if (!sandbox.waitFor(MOST_SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                sandbox.destroyForcibly();
            }
        } catch (InterruptedException e) {
            sandbox.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The class path of exec:java stands in its class loader, not in the system property. */
    private static String classPath() {
        StringJoiner path = new StringJoiner(File.pathSeparator);
        if (FromMaven.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                try {
                    path.add(Path.of(url.toURI()).toString());
                } catch (URISyntaxException e) {
                    throw new IllegalStateException(url + " is no place on this disk", e);
                }
            }
            return path.toString();
        }
        return System.getProperty("java.class.path");
    }
}
