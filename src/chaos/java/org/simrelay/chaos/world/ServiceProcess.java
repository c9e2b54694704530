package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.process.QuickStart;

/** One process of the service, with what the story did to it. */
public final class ServiceProcess {
    private final ChildProcess child;
    private final Path log;
    private final List<String> arguments;
    private final Instant began = Instant.now();
    private volatile @Nullable String endedBy;
    private volatile @Nullable Duration tookToStop;
    private volatile boolean paused;

    private ServiceProcess(ChildProcess child, Path log, List<String> arguments) {
        this.child = child;
        this.log = log;
        this.arguments = arguments;
    }

    static ServiceProcess start(
            Installation installation, Path home, Path log, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
        command.addAll(QuickStart.options(installation.jar()));
        command.addAll(List.of("-Xmx192m", "-jar", installation.jar().toString()));
        command.addAll(arguments);
        return new ServiceProcess(ChildProcess.start(command, environment, home, log), log, arguments);
    }

    ChildProcess child() {
        return child;
    }

    public List<String> arguments() {
        return arguments;
    }

    public Instant began() {
        return began;
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    public String log() {
        try {
            return Files.exists(log) ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until it says that it has started; false if it did not, or ended. */
    boolean awaitStarted(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (isAlive() && System.nanoTime() < end) {
            if (log().contains(" started: ")) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    public void kill() {
        endedBy = "SIGKILL";
        child.kill();
    }

    /** SIGTERM; how long it took stands in {@link #tookToStop}. SIGKILL for one that takes more than the bound. */
    public void terminate(Duration bound) {
        if (!isAlive()) {
            return;
        }
        endedBy = "SIGTERM";
        long from = System.nanoTime();
        boolean ended = child.stop(bound);
        tookToStop = ended ? Duration.ofNanos(System.nanoTime() - from) : bound.plusSeconds(1);
    }

    public void pause() throws IOException, InterruptedException {
        if (isAlive()) {
            paused = true;
            Signals.send("STOP", child.process().pid());
        }
    }

    boolean isPaused() {
        return paused;
    }

    public void resume() throws IOException, InterruptedException {
        if (isAlive() && paused) {
            Signals.send("CONT", child.process().pid());
        }
        paused = false;
    }

    /** The signal that ended it, null if it was none of ours. */
    public @Nullable String endedBy() {
        return endedBy;
    }

    public @Nullable Duration tookToStop() {
        return tookToStop;
    }

    /** Null while it runs. */
    public @Nullable Integer exit() {
        return isAlive() ? null : child.process().exitValue();
    }
}
