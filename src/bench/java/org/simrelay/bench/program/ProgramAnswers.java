package org.simrelay.bench.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a program's process says, line by line, heard by a thread of its own so that waiting for it can be bounded. */
final class ProgramAnswers {

    /** Said by nobody: the process has ended. */
    static final String GONE = "gone";

    // a JVM with options of its own may say more
    private static final Pattern ANSWERS = Pattern.compile("ready|done( [0-9]+){3}|stats( [0-9]+){2}");

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    ProgramAnswers(String program, BufferedReader output) {
        Thread ears = new Thread(() -> listen(output), "answers of " + program);
        ears.setDaemon(true);
        ears.start();
    }

    /** The next answer; null when none comes in time. */
    @Nullable String next(Duration bound) {
        try {
            return answers.poll(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void listen(BufferedReader output) {
        try (output) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (ANSWERS.matcher(line).matches()) {
                    answers.add(line);
                }
            }
        } catch (IOException e) {
            // a process that was killed is not heard to its end
        }
        answers.add(GONE);
    }
}
