package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.world.Incidents.Sort;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** All that runs in one story, and what its faults are done to. */
public final class Stage implements AutoCloseable {
    private static final Duration LONGEST_TICK = Duration.ofSeconds(9);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final World world;
    private final Lane lane;
    private final Path dir;
    private final VendorSimulator vendors;
    private final Relay relay;
    private final InventoryFile inventory;
    private final Incidents incidents = new Incidents();
    private final List<String> vendorFaults = new ArrayList<>();
    private final Set<String> stubborn = new HashSet<>();
    private int downs;
    private final Service service;

    /** Makes all of it and starts the service, whose timers are on. */
    public Stage(World world, long seed, Lane lane, Installation installation) throws Exception {
        this.world = world;
        this.lane = lane;
        lane.empty();
        dir = Files.createTempDirectory(lane.dir(), "story-");
        Files.createDirectories(dir.resolve("home"));
        installation.copyTo(dir.resolve("home"));
        ChangesOnly.set(dir.resolve("home"), world.everyNth());
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
        Map<String, String> settings = Settings.of(
                world,
                lane.clientSettings(),
                "http://127.0.0.1:" + relay.port(),
                inventory.file().toString());
        service = new Service(installation, dir, settings, lane.apart(), incidents, lane.broker());
        if (!service.revive()) {
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

    public Service service() {
        return service;
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

    /** Takes the vendors away, or ends that once; they are back when each has ended. */
    public synchronized void vendorsDown(boolean down) {
        downs = Math.max(0, downs + (down ? 1 : -1));
        vendors.setDown(downs > 0);
    }

    /** Ends that the vendors are away, and waits so long while they are there, also where another fault would have them away. */
    public void vendorsBack(Duration time) throws InterruptedException {
        vendorsDown(false);
        vendors.setDown(false);
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        synchronized (this) {
            vendors.setDown(downs > 0);
        }
    }

    /** Waits until so many requests more for the inventory's cards have come: the midst of a sweep. For 9 s at most. */
    public void awaitRequests(int requests) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_TICK.toNanos();
        long wanted = vendors.counters().cardsAsked() + (long) requests * world.batch();
        while (vendors.counters().cardsAsked() < wanted && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
    }

    /** Kills the service the moment that so many checkpoints more are in Kafka, or when they have not come within 9 s. */
    public void killAtCheckpoint(int records) {
        try (CheckpointWatch watch = new CheckpointWatch(lane.bootstrap())) {
            watch.await(records, LONGEST_TICK);
            service.kill();
        }
    }

    /** A topic takes no larger records until {@link #relent}: what it refuses must hold nothing else up. */
    public void limitForGood(String topic, int bytes) {
        incidents.add(Sort.KAFKA, "limit for good [" + topic + "]");
        stubborn.add(topic);
        lane.limit(stubborn, bytes);
    }

    /** No topic refuses anything any more. */
    public void relent() {
        if (!stubborn.isEmpty()) {
            lane.limit(stubborn, null);
            stubborn.clear();
            incidents.add(Sort.KAFKA_WELL, "no limit for good");
        }
    }

    /** Whatever still goes wrong is mended, but for the service itself and what is meant for good. */
    public void calm() throws Exception {
        synchronized (this) {
            vendorFaults.clear();
            vendors.setFaults();
            downs = 0;
            vendors.setDown(false);
        }
        vendors.heal();
        relay.set(Relay.Mode.WELL);
        lane.mend();
        lane.lift(stubborn);
        incidents.add(Sort.KAFKA_WELL, "all is mended");
        service.resume();
    }

    /** Whether a second process worked beside the service. */
    public boolean hadCompany() {
        return incidents.all().stream().anyMatch(i -> i.sort() == Sort.SECOND);
    }

    @Override
    public void close() throws IOException {
        service.close();
        relay.close();
        vendors.close();
        try (Stream<Path> all = Files.walk(dir)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
