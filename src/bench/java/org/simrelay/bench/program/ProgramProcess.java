package org.simrelay.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.simrelay.sandbox.process.AtExit;
import org.simrelay.sandbox.process.ChildProcess;

/** A program's process, seen by the one that measures it: idle unless it is told to sweep. */
public final class ProgramProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LOG_CHARACTERS = 4_000;

    private final ProgramKind kind;
    private final Path log;
    private final Process process;
    private final ProgramAnswers answers;
    private final Runnable atExit = this::kill;

    private ProgramProcess(ProgramKind kind, Path log, Process process) {
        this.kind = kind;
        this.log = log;
        this.process = process;
        this.answers = new ProgramAnswers(kind.label(), process.inputReader(StandardCharsets.US_ASCII));
        AtExit.add(atExit);
    }

    /**
     * Starts a program in the current folder, on the service's jar and the classes of this benchmark, and waits until it is ready.
     *
     * @param jvm the JVM's options, the same for every program
     * @param log the file of its output
     */
    public static ProgramProcess start(ProgramKind kind, ProgramSettings settings, List<String> jvm, Path log) {
        return start(kind, Build.here(), settings, jvm, log);
    }

    /** As {@link #start(ProgramKind, ProgramSettings, List, Path)}, from another build and in its folder. */
    public static ProgramProcess start(
            ProgramKind kind, Build build, ProgramSettings settings, List<String> jvm, Path log) {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
        command.addAll(jvm);
        command.add("-Dlogback.configurationFile=config/logback.xml");
        command.addAll(List.of("-cp", build.classpath()));
        command.addAll(List.of(ProgramMain.class.getName(), kind.program()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(build.folder().toAbsolutePath().toFile());
        builder.environment().putAll(settings.environment());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            ProgramProcess program = new ProgramProcess(kind, log, builder.start());
            program.answer("ready", START);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + kind.label(), e);
        }
    }

    public ProgramKind kind() {
        return kind;
    }

    /** One sweep. */
    public Round sweep(Duration bound) {
        long gc = stats()[0];
        String[] done = ask("sweep", "done", bound);
        long[] stats = stats();
        return new Round(
                Long.parseLong(done[1]), Long.parseLong(done[2]), Long.parseLong(done[3]), stats[0] - gc, stats[1]);
    }

    /** Lets it end by itself, so that a recording of its JVM is written, and kills it if it does not. */
    @Override
    public void close() {
        try {
            tell("end");
            boolean unused = process.waitFor(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (IllegalStateException e) {
            // it has ended already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        AtExit.remove(atExit);
    }

    private long[] stats() {
        String[] words = ask("stats", "stats", ANSWER);
        return new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])};
    }

    private String[] ask(String word, String expected, Duration bound) {
        tell(word);
        return answer(expected, bound);
    }

    private void tell(String word) {
        try {
            process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException(failure("does not listen"), e);
        }
    }

    private String[] answer(String expected, Duration bound) {
        String answer = answers.next(bound);
        if (answer == null || !answer.startsWith(expected)) {
            kill();
            throw new IllegalStateException(
                    failure(answer == null ? "did not answer within " + bound.toSeconds() + " s" : "is " + answer));
        }
        return answer.split(" ", -1);
    }

    private String failure(String what) {
        String end;
        try {
            String all = Files.readString(log);
            end = all.substring(Math.max(0, all.length() - LOG_CHARACTERS));
        } catch (IOException e) {
            end = "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
        return kind.label() + " " + what + "; its log ends:\n" + end;
    }

    private void kill() {
        process.destroyForcibly();
    }
}
