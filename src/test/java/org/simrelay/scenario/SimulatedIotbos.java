package org.simrelay.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** The real routes, and an inventory of cards of the simulator's iotbos. */
abstract class SimulatedIotbos extends RealRoutes {

    private final List<String> cards;

    @TempDir
    private Path temp;

    /** The inventory's file. */
    @SuppressWarnings("NullAway.Init")
    Path file;

    @SuppressWarnings("NullAway.Init")
    VendorSimulator vendor;

    SimulatedIotbos(List<String> cards) {
        this.cards = cards;
    }

    /** Runs a poll once, and gives what became of its cards. */
    final Accounted swept(String poll) throws Exception {
        String name = poll + "@" + clock.instant();
        sweep(poll);
        return Accounted.of(name, records());
    }

    @Override
    protected void setupResources() throws IOException {
        file = Files.write(temp.resolve("cards.csv"), cards);
        vendor = VendorSimulator.start(
                new SimulatorConfig().iotbos(ACCOUNT, IOTBOS_SECRET).arrears(0).clock(clock));
        prepare(Map.of("iotbos.url", vendor.iotbosUrl(), "cards.file", file.toString()), List.of());
    }

    @Override
    protected void cleanupResources() {
        vendor.close();
    }
}
