package org.simrelay.bench.limits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.simrelay.sandbox.process.ChildProcess;

/** The archive of this build, unpacked: what {@code bin/simrelay} costs from outside. */
final class Unpacked {

    private static final Duration MOST = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 5;

    private final Path folder;
    private final Path home;
    private final Map<String, String> environment;

    /**
     * Unpacks it.
     *
     * @param environment of its commands: settings
     */
    Unpacked(Path folder, Map<String, String> environment) {
        // its commands run in it
        this.folder = folder.toAbsolutePath();
        this.environment = environment;
        Path archive = only(Path.of("target"), ".tar.gz").toAbsolutePath();
        Path to = this.folder.resolve("archive");
        try {
            Files.createDirectories(to);
            ended(ChildProcess.start(
                    List.of("tar", "-xzf", archive.toString()), Map.of(), to, folder.resolve("tar.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.home = only(to, "");
    }

    /** Runs a command to its end; gives the milliseconds that took. */
    long run(Map<String, String> more, String... arguments) {
        long begun = System.nanoTime();
        ended(start(log(), more, arguments));
        return millisSince(begun);
    }

    /** Starts the service and waits until it says so; gives the milliseconds that took, and ends it. */
    long startUp(Map<String, String> more) {
        Path log = log();
        long begun = System.nanoTime();
        ChildProcess service = start(log, more, "run");
        try {
            awaitStarted(service, log);
            return millisSince(begun);
        } finally {
            service.stop(Duration.ofSeconds(40));
        }
    }

    /** Waits until a service has started. */
    static void awaitStarted(ChildProcess service, Path log) {
        long until = System.nanoTime() + MOST.toNanos();
        try {
            while (!Files.readString(log).contains(" started: ")) {
                if (System.nanoTime() > until || !service.isAlive()) {
                    throw new IllegalStateException("it did not start: " + service.logTail(20));
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command. */
    ChildProcess start(Path log, Map<String, String> more, String... arguments) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        List<String> command = Stream.concat(
                        Stream.of(home.resolve("bin/simrelay").toString()), Stream.of(arguments))
                .toList();
        return ChildProcess.start(command, all, folder, log);
    }

    /** A new file for what a command says. */
    Path log() {
        try {
            return Files.createTempFile(folder, "unpacked-", ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a command to end well. */
    static void ended(ChildProcess process) {
        try {
            if (!process.process().waitFor(MOST.toSeconds(), TimeUnit.SECONDS)
                    || process.process().exitValue() != 0) {
                throw new IllegalStateException("a command did not end well: " + process.logTail(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.kill();
        }
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static Path only(Path folder, String end) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("simrelay-"))
                    .filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException(folder + " has no archive; build it with mvn package"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
