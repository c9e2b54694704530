package org.simrelay.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.simrelay.bench.vendor.VendorMain;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.process.Ports;

/** The vendor of a scenario, in a process of its own. */
public final class VendorProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final int port;

    /** Starts it and waits until it listens. */
    public VendorProcess(Scenario scenario, Path folder) {
        this.port = Ports.free(1).get(0);
        List<String> command = List.of(
                ChildProcess.java(),
                // a prebuilt part of a reply for each card
                "-Xmx" + (256 + scenario.cards() / 1000) + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                VendorMain.class.getName(),
                scenario.workload().name(),
                Integer.toString(scenario.cards()),
                Integer.toString(scenario.latencyMs()),
                Integer.toString(port));
        this.process = ChildProcess.start(
                command, Map.of(), Path.of("").toAbsolutePath(), folder.resolve("vendor-" + scenario + ".log"));
        Awaitility.await("the vendor").atMost(START).until(this::listens);
    }

    /** Its base address. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.kill();
    }

    private boolean listens() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the vendor has ended; its log ends:\n" + process.logTail(20));
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
