package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.world.Incidents.Sort;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** All that runs in one story, and what its faults are done to. */
public final class Stage implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    /** Longer than the contract's bound, so that the judge sees by how much it is missed. */
    private static final Duration STOP = Duration.ofSeconds(30);

    private static final int TRIES = 3;

    private final World world;
    private final Lane lane;
    private final Installation installation;
    private final Path dir;
    private final VendorSimulator vendors;
    private final Relay relay;
    private final InventoryFile inventory;
    private final Map<String, String> settings;
    private final Incidents incidents = new Incidents();
    private final List<ServiceProcess> processes = new ArrayList<>();
    private final List<String> vendorFaults = new ArrayList<>();
    private ServiceProcess service;

    /** Makes all of it and starts the service, whose timers are on. */
    public Stage(World world, long seed, Lane lane, Installation installation) throws Exception {
        this.world = world;
        this.lane = lane;
        this.installation = installation;
        lane.empty();
        dir = Files.createTempDirectory(lane.dir(), "story-");
        Files.createDirectories(dir.resolve("home"));
        installation.copyTo(dir.resolve("home"));
        vendors = VendorSimulator.start(new SimulatorConfig()
                .cmiot(Settings.APPID, Settings.CMIOT_SECRET)
                .iotbos(Settings.ACCOUNT, Settings.IOTBOS_SECRET)
                .arrears(world.inArrears())
                .tokenLife(Duration.ofSeconds(world.tokenLife()))
                .loginVoidsOlder(world.loginVoids())
                .latency(Duration.ofMillis(world.latency()))
                .stall(Duration.ofSeconds(4))
                .longest(Math.max(1, world.batch() / 3))
                .seenLimit(200_000)
                .seed(seed));
        relay = new Relay(Integer.parseInt(vendors.iotbosUrl().replaceAll(".*:", "")));
        inventory = new InventoryFile(dir.resolve("cards.csv"), world.csv());
        inventory.write(world.inventory(), InventoryFile.Way.IN_PLACE);
        settings = Settings.of(
                world,
                lane.clientSettings(),
                "http://127.0.0.1:" + relay.port(),
                inventory.file().toString());
        service = run(settings, "run");
        if (!service.awaitStarted(START) && !revive()) {
            String log = service.log();
            close();
            throw new IllegalStateException("the service did not start:\n" + log);
        }
    }

    public World world() {
        return world;
    }

    public Lane lane() {
        return lane;
    }

    public VendorSimulator vendors() {
        return vendors;
    }

    public Relay relay() {
        return relay;
    }

    public InventoryFile inventory() {
        return inventory;
    }

    public Incidents incidents() {
        return incidents;
    }

    public synchronized ServiceProcess service() {
        return service;
    }

    public synchronized List<ServiceProcess> processes() {
        return List.copyOf(processes);
    }

    /** The folder that the service runs in, with its copies of routes and config. */
    public Path home() {
        return dir.resolve("home");
    }

    /** Arms or disarms a fault of the vendors', beside the others. */
    public synchronized void vendorFault(String spec, boolean on) {
        if (on) {
            vendorFaults.add(spec);
        } else {
            vendorFaults.remove(spec);
        }
        vendors.setFaults(vendorFaults.toArray(String[]::new));
    }

    /** SIGKILL for the service. */
    public void kill() {
        incidents.add(Sort.GONE, "kill -9");
        service().kill();
        incidents.add(Sort.GONE, "gone");
    }

    /** SIGTERM for the service. */
    public void terminate() throws IOException, InterruptedException {
        service().resume();
        incidents.add(Sort.GONE, "SIGTERM");
        service().terminate(STOP);
        incidents.add(Sort.GONE, "gone");
    }

    /** Starts the service if it is not alive; true if it has started. */
    public boolean revive() throws InterruptedException {
        return service().isAlive() || revive(settings);
    }

    /** Starts the service so that it only ends what was begun. */
    public boolean reviveWithoutTimers() throws InterruptedException {
        return revive(Settings.withoutTimers(settings));
    }

    private boolean revive(Map<String, String> environment) throws InterruptedException {
        boolean started = false;
        for (int tries = 0; tries < TRIES && !started; tries++) {
            incidents.add(Sort.START, "run");
            synchronized (this) {
                if (impatient(service)) {
                    processes.remove(service);
                }
                service = run(environment, "run");
            }
            started = service().awaitStarted(START);
            if (!started && !impatient(service)) {
                return false;
            }
        }
        return started;
    }

    /** Whether it gave up since Kafka did not answer in time, as on a busy machine: who supervises it starts it again. */
    private static boolean impatient(ServiceProcess process) {
        return !process.isAlive() && process.log().contains("no answer in time");
    }

    /** Starts another command beside the service: {@code once}, {@code replay}, a second {@code run}. */
    public ServiceProcess command(String... arguments) {
        incidents.add(Sort.SECOND, String.join(" ", arguments));
        Map<String, String> other = new LinkedHashMap<>(settings);
        // two that share an account must differ in it, or their transids could not
        other.put("CMIOT_MAIN_INSTANCE", "01");
        return run(other, arguments);
    }

    private synchronized ServiceProcess run(Map<String, String> environment, String... arguments) {
        Path log = dir.resolve("service-" + (processes.size() + 1) + ".log");
        ServiceProcess process = ServiceProcess.start(installation, home(), log, environment, List.of(arguments));
        processes.add(process);
        lane.broker().guard(process.child());
        return process;
    }

    /** Whatever still goes wrong is mended, but for the service itself. */
    public void calm() throws Exception {
        synchronized (this) {
            vendorFaults.clear();
            vendors.setFaults();
        }
        vendors.heal();
        relay.set(Relay.Mode.WELL);
        lane.mend();
        for (ServiceProcess process : processes()) {
            process.resume();
        }
    }

    /** Waits until the commands beside the service have ended; those that have not are ended, and named. */
    public List<String> endCommands(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        List<String> hung = new ArrayList<>();
        for (ServiceProcess process : processes()) {
            if (process == service() || !process.isAlive()) {
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

    /** Whether a second process worked beside the service. */
    public boolean hadCompany() {
        return incidents.all().stream().anyMatch(i -> i.sort() == Sort.SECOND);
    }

    @Override
    public void close() throws IOException {
        processes().forEach(ServiceProcess::kill);
        relay.close();
        vendors.close();
        try (Stream<Path> all = Files.walk(dir)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
