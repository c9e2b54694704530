package org.simrelay.sandbox.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the sandbox whose output goes to a file, and which is killed at the latest when this JVM ends. */
public final class ChildProcess {
    /** Longest wait for a process that was killed to be gone. */
    private static final Duration KILLED = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final Runnable atExit = this::kill;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a command. Its standard input is a pipe that closes when this JVM dies, however it dies: {@link Tether} listens to it.
     *
     * @param environment variables beside those of this JVM
     * @param log file that gets its output and errors, appended
     */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path directory, Path log) {
        ProcessBuilder builder = new ProcessBuilder(shieldedFromInterrupt(command));
        builder.environment().putAll(environment);
        builder.directory(directory.toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            ChildProcess child = new ChildProcess(builder.start(), log);
            AtExit.add(child.atExit);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
    }

    /** The path of the java command that runs this JVM. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public Process process() {
        return process;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * SIGTERM, then SIGKILL for a process that is still there after {@code bound}.
     *
     * @return whether it ended by itself
     */
    public boolean stop(Duration bound) {
        process.destroy();
        boolean ended = await(bound);
        kill();
        return ended;
    }

    /** SIGKILL, and a bounded wait until it is gone. */
    public void kill() {
        process.destroyForcibly();
        await(KILLED);
        AtExit.remove(atExit);
    }

    /** Writes a line to its standard input. */
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the process does not listen", e);
        }
    }

    /** The last lines of its output, at most {@code lines}; for error messages. */
    public String logTail(int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

    private boolean await(Duration bound) {
        try {
            return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ctrl-C in a terminal reaches every process at once; the order in which they stop is the sandbox's to decide. */
    private static List<String> shieldedFromInterrupt(List<String> command) {
        if (!Files.isExecutable(Path.of("/bin/sh"))) {
            return command;
        }
        List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }
}
