package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.world.Incidents.Sort;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** All that runs in one story, and what its faults are done to. */
public final class Stage implements AutoCloseable {
    private final World world;
    private final Lane lane;
    private final Path dir;
    private final VendorSimulator vendors;
    private final Relay relay;
    private final InventoryFile inventory;
    private final Incidents incidents = new Incidents();
    private final List<String> vendorFaults = new ArrayList<>();
    private final Service service;

    /** Makes all of it and starts the service, whose timers are on. */
    public Stage(World world, long seed, Lane lane, Installation installation) throws Exception {
        this.world = world;
        this.lane = lane;
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
        Map<String, String> settings = Settings.of(
                world,
                lane.clientSettings(),
                "http://127.0.0.1:" + relay.port(),
                inventory.file().toString());
        service = new Service(installation, dir, settings, incidents, lane.broker());
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

    /** Whatever still goes wrong is mended, but for the service itself. */
    public void calm() throws Exception {
        synchronized (this) {
            vendorFaults.clear();
            vendors.setFaults();
        }
        vendors.heal();
        relay.set(Relay.Mode.WELL);
        lane.mend();
        lane.lift();
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
