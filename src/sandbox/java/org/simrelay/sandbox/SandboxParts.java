package org.simrelay.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.simrelay.sandbox.process.AtExit;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.Counters;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** All that runs in a sandbox, started in order and ended in the order back. */
record SandboxParts(Workplace workplace, Broker broker, VendorSimulator vendors, ChildProcess service) {
    static final Duration SERVICE_STOP = Duration.ofSeconds(30);

    private static final Path JAR = Path.of("target", "simrelay.jar");

    /**
     * Starts broker, vendors and service; the service from target/simrelay.jar of the current directory.
     *
     * @throws IllegalStateException in words for a person, if one does not start
     */
    static SandboxParts start(Sandbox options) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    JAR.toAbsolutePath() + " is missing: build it with mvn package, and start here");
        }
        Workplace workplace = Workplace.create();
        // the first to be added is the last to run
        AtExit.add(workplace::delete);
        Broker broker = Broker.start(workplace.dir());
        VendorSimulator vendors = VendorSimulator.start(new SimulatorConfig()
                .cmiot(ServiceSettings.APPID, ServiceSettings.CMIOT_PASSWORD)
                .iotbos(ServiceSettings.ACCOUNT, ServiceSettings.IOTBOS_PASSWORD)
                .arrears(options.arrears)
                .latency(Duration.ofMillis(20))
                .seed(options.seed)
                .faults(options.faults.toArray(String[]::new)));
        Path cards = workplace.inventory(Cards.inventory(options.cards));
        List<String> command = List.of(ChildProcess.java(), "-jar", JAR.toString(), "run");
        ChildProcess service = ChildProcess.start(
                command,
                ServiceSettings.of(broker, vendors, cards, options.every),
                Path.of("").toAbsolutePath(),
                workplace.serviceLog());
        broker.guard(service);
        return new SandboxParts(workplace, broker, vendors, service);
    }

    /** What the vendors saw, in a few words. */
    String vendorText() {
        Counters seen = vendors.counters();
        long injected =
                seen.faults().values().stream().mapToLong(Long::longValue).sum();
        return "carriers: faults made %,d, requests against the rules %,d".formatted(injected, seen.violations());
    }

    /** Ends all but the service, which must have ended before, and deletes the data. */
    void close() {
        service.kill();
        vendors.close();
        broker.close();
        workplace.delete();
    }
}
