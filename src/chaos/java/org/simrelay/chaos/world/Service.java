package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.simrelay.chaos.world.Incidents.Sort;
import org.simrelay.sandbox.Broker;

/** The service in a story: the process that runs it, those before it, and other commands beside it. */
public final class Service implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    /** Longer than the contract's bound, so that the judge sees by how much it is missed. */
    private static final Duration STOP = Duration.ofSeconds(30);

    private static final int TRIES = 3;

    private final Installation installation;
    private final Path dir;
    private final Broker broker;
    private final Map<String, String> settings;
    private final String apart;
    private final Incidents incidents;
    private final List<ServiceProcess> processes = new ArrayList<>();
    private @Nullable ServiceProcess running;
    private @Nullable ServiceProcess beside;

    /**
     * @param dir where logs go; its folder home/ is where the service runs
     * @param settings the environment, with all timers on
     * @param apart where Kafka is for a machine whose way to it may be cut
     */
    Service(
            Installation installation,
            Path dir,
            Map<String, String> settings,
            String apart,
            Incidents incidents,
            Broker broker) {
        this.apart = apart;
        this.broker = broker;
        this.installation = installation;
        this.dir = dir;
        this.settings = settings;
        this.incidents = incidents;
    }

    /** All its processes so far, other commands too. */
    public synchronized List<ServiceProcess> processes() {
        return List.copyOf(processes);
    }

    public boolean isAlive() {
        ServiceProcess process = running;
        return process != null && process.isAlive();
    }

    /** What the newest process has said. */
    public String log() {
        ServiceProcess process = running;
        return process == null ? "" : process.log();
    }

    /** SIGKILL. */
    public void kill() {
        incidents.add(Sort.GONE, "kill -9");
        if (running != null) {
            running.kill();
        }
        incidents.add(Sort.GONE, "gone");
    }

    /** SIGTERM, and a wait until it is gone. */
    public void terminate() throws IOException, InterruptedException {
        incidents.add(Sort.GONE, "SIGTERM");
        if (running != null) {
            running.resume();
            running.terminate(STOP);
        }
        incidents.add(Sort.GONE, "gone");
    }

    /** SIGSTOP. */
    public void pause() throws IOException, InterruptedException {
        incidents.add(Sort.PAUSED, "paused");
        incidents.add(Sort.SILENT, "paused");
        if (running != null) {
            running.pause();
        }
    }

    /** SIGCONT, for all its processes. */
    public void resume() throws IOException, InterruptedException {
        boolean paused = false;
        for (ServiceProcess process : processes()) {
            paused |= process.isPaused();
            process.resume();
        }
        if (paused) {
            incidents.add(Sort.HEARD, "goes on");
        }
        incidents.add(Sort.PAUSED, "goes on");
    }

    /** Starts it if it is not alive; true if it has started. */
    public boolean revive() throws InterruptedException {
        return isAlive() || revive(settings);
    }

    /** Starts it so that it only ends what was begun. */
    public boolean reviveWithoutTimers() throws InterruptedException {
        return revive(Settings.withoutTimers(settings));
    }

    private boolean revive(Map<String, String> environment) throws InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            incidents.add(Sort.START, "run");
            ServiceProcess process = run(environment, "run");
            running = process;
            if (process.awaitStarted(START)) {
                return true;
            }
            // it gave up since Kafka did not answer in time, as on a busy machine: who supervises it starts it again
            if (process.isAlive() || !process.log().contains("no answer in time")) {
                return false;
            }
            synchronized (this) {
                processes.remove(process);
            }
        }
        return false;
    }

    /** Starts another command beside it: {@code once}, {@code replay}, a second {@code run}. */
    public void command(String... arguments) {
        incidents.add(Sort.SECOND, String.join(" ", arguments));
        Map<String, String> other = new LinkedHashMap<>(settings);
        // two that share an account must differ in it, or their transids could not
        other.put("CMIOT_MAIN_INSTANCE", "01");
        run(other, arguments);
    }

    /** A second machine joins, whose way to Kafka may be cut; returns when it has started, or did not. */
    public void join() throws InterruptedException {
        incidents.add(Sort.START, "a second machine");
        Map<String, String> other = new LinkedHashMap<>(settings);
        other.put("KAFKA_BROKERS", apart);
        beside = run(other, "run");
        var unusedStarted = beside.awaitStarted(START);
    }

    /** SIGKILL for the second machine. */
    public void killSecond() {
        if (beside != null) {
            incidents.add(Sort.GONE, "kill -9 of the second machine");
            beside.kill();
            incidents.add(Sort.GONE, "gone");
        }
    }

    /** SIGTERM for the second machine. */
    public void leave() {
        if (beside != null) {
            incidents.add(Sort.GONE, "SIGTERM of the second machine");
            beside.terminate(STOP);
            incidents.add(Sort.GONE, "gone");
        }
    }

    /** A rolling deploy: a new process starts, and then the old one gets SIGTERM. */
    public void roll() throws IOException, InterruptedException {
        ServiceProcess old = running;
        incidents.add(Sort.START, "the next version");
        ServiceProcess next = run(settings, "run");
        if (next.awaitStarted(START) && old != null) {
            incidents.add(Sort.GONE, "SIGTERM of the version before");
            old.resume();
            old.terminate(STOP);
            incidents.add(Sort.GONE, "gone");
        }
        running = next;
    }

    /** Waits until the commands beside it have ended; those that have not are killed, and named. */
    public List<String> endCommands(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        List<String> hung = new ArrayList<>();
        for (ServiceProcess process : processes()) {
            if (process == running) {
                continue;
            }
            if (process.arguments().contains("run")) {
                process.terminate(STOP);
            }
            while (process.isAlive() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            if (process.isAlive()) {
                hung.add(process.arguments() + " does not end: " + process.log());
                process.kill();
            }
        }
        return hung;
    }

    private synchronized ServiceProcess run(Map<String, String> environment, String... arguments) {
        Path log = dir.resolve("service-" + System.nanoTime() + ".log");
        ServiceProcess process =
                ServiceProcess.start(installation, dir.resolve("home"), log, environment, List.of(arguments));
        processes.add(process);
        // ends with the broker, which ends with this JVM, also where that dies without a chance to end it
        if (broker.isAlive()) {
            broker.guard(process.child());
        }
        return process;
    }

    @Override
    public void close() {
        processes().forEach(ServiceProcess::kill);
    }
}
