package org.simrelay.chaos.world;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sends signals that Java has no word for. */
final class Signals {
    private Signals() {}

    static void send(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
        if (!kill.waitFor(5, TimeUnit.SECONDS)) {
            kill.destroyForcibly();
        }
    }
}
