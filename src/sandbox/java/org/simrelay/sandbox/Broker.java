package org.simrelay.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.process.Ports;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in a JVM of its own, on free ports of 127.0.0.1, from this JVM's own class
 * path. It never outlives this JVM. Topics get 3 partitions and are not created by themselves.
 */
public final class Broker implements AutoCloseable {
    /** Longest wait until a broker answers. */
    public static final Duration START = Duration.ofSeconds(90);

    private static final Duration STOP = Duration.ofSeconds(15);

    /** Further options of its JVM, by blanks. */
    private static final List<String> OPTIONS =
            System.getProperty("broker.options", "").isBlank()
                    ? List.of()
                    : List.of(System.getProperty("broker.options").strip().split(" +"));

    private final BrokerFiles files;
    private ChildProcess process;

    private Broker(BrokerFiles files) {
        this.files = files;
        files.write();
        process = fork();
    }

    /**
     * Starts one broker and waits until it answers.
     *
     * @param dir its data, settings and log (broker.log); made if missing
     * @throws IllegalStateException with the tail of its log, if it does not answer within {@link #START}
     */
    public static Broker start(Path dir) {
        return start(dir, Map.of());
    }

    /**
     * As {@link #start(Path)}, with settings of server.properties that go before the usual ones.
     *
     * @throws IllegalStateException as there
     */
    public static Broker start(Path dir, Map<String, String> settings) {
        return start(dir, Ports.free(2), settings);
    }

    /** As {@link #start(Path, Map)}, on a port for clients and one for its controller. */
    static Broker start(Path dir, List<Integer> ports, Map<String, String> settings) {
        return startCluster(dir, ports, List.of(), settings).get(0);
    }

    /** Starts {@code n} brokers as one cluster: topics have min(3, n) replicas; from three brokers on, two must be in sync. */
    public static List<Broker> startCluster(Path dir, int n) {
        return startCluster(dir, Ports.free(2 * n), List.of(), Map.of());
    }

    /** As {@link #startCluster(Path, int)}, with a further listener for each broker. */
    public static List<Broker> startCluster(Path dir, List<SideDoor> doors) {
        return startCluster(dir, Ports.free(2 * doors.size()), doors, Map.of());
    }

    private static List<Broker> startCluster(
            Path dir, List<Integer> ports, List<SideDoor> doors, Map<String, String> settings) {
        int n = ports.size() / 2;
        String id = Uuid.randomUuid().toString();
        List<Broker> brokers = IntStream.rangeClosed(1, n)
                .mapToObj(i -> new Broker(new BrokerFiles(
                        dir.toAbsolutePath().resolve("broker-" + i),
                        id,
                        i,
                        ports.subList(0, n),
                        ports.subList(n, 2 * n),
                        doors.isEmpty() ? null : doors.get(i - 1),
                        settings)))
                .toList();
        try {
            for (Broker broker : brokers) {
                BrokerReady.await(broker.bootstrapServers(), n, broker.process, START);
            }
        } catch (IllegalStateException e) {
            brokers.forEach(Broker::close);
            throw e;
        }
        return brokers;
    }

    /** The addresses of all brokers of a cluster, as a Kafka client takes them. */
    public static String bootstrapServers(List<Broker> cluster) {
        return cluster.stream().map(Broker::bootstrapServers).collect(Collectors.joining(","));
    }

    /** Its address, the same after a restart: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + files.port();
    }

    /** The file that its JVM writes to. */
    public Path log() {
        return files.log();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process id of its JVM, for signals. */
    public long pid() {
        return process.process().pid();
    }

    /** SIGKILL: as when its machine dies. The data stay. */
    public void kill() {
        process.kill();
    }

    /** A controlled shutdown, of 15 s at most, then SIGKILL. The data stay. */
    public void stop() {
        process.stop(STOP);
    }

    /**
     * Starts again, on the same port and data, and waits until it answers; stops it first if it runs.
     *
     * @throws IllegalStateException as {@link #start}
     */
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        process = fork();
        BrokerReady.await(bootstrapServers(), 1, process, START);
    }

    /** Ends it at once: nobody needs its data any more. */
    @Override
    public void close() {
        kill();
    }

    /** The broker's JVM ends this process too when the sandbox dies without a chance to do so itself. */
    public void guard(ChildProcess other) {
        process.tell(Long.toString(other.process().pid()));
    }

    private ChildProcess fork() {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(OPTIONS);
        command.add("-Dlogback.configurationFile=" + files.logback());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BrokerMain.class.getName()));
        command.addAll(List.of(files.properties().toString(), files.clusterId()));
        // this JVM's directory, since a class path may be relative to it
        return ChildProcess.start(command, Map.of(), Path.of("").toAbsolutePath(), files.log());
    }
}
