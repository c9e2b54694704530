package org.simrelay.sandbox.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Ends this JVM when the one that started it is gone, even by SIGKILL, which no shutdown hook sees: standard input is a pipe from the
 * parent and ends with it. Lines of the pipe are process ids, which are then ended too: the service knows no tether.
 */
public final class Tether {
    private static final List<ProcessHandle> GUARDED = new CopyOnWriteArrayList<>();

    private Tether() {}

    /** Starts to listen, in a thread of its own. */
    public static void tie() {
        Thread thread = new Thread(Tether::listen, "tether");
        thread.setDaemon(true);
        thread.start();
    }

    private static void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line = in.readLine();
            while (line != null) {
                Optional<ProcessHandle> guarded = ProcessHandle.of(Long.parseLong(line.trim()));
                guarded.ifPresent(GUARDED::add);
                line = in.readLine();
            }
        } catch (IOException | NumberFormatException e) {
            System.err.println("tether: " + e);
        }
        GUARDED.forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(1);
    }
}
