package org.simrelay.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a node of a cluster of brokers is, and the files that tell it so.
 *
 * @param door a further listener; null for none
 * @param settings go before those that every node of a sandbox has
 */
record BrokerFiles(
        Path dir,
        String clusterId,
        int node,
        List<Integer> ports,
        List<Integer> controllerPorts,
        @Nullable SideDoor door,
        Map<String, String> settings) {
    private static final String LOGBACK =
            """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{20} %msg%n</pattern></encoder>
              </appender>
              <logger name="kafka.server" level="INFO"/>
              <root level="WARN"><appender-ref ref="out"/></root>
            </configuration>
            """;

    int port() {
        return ports.get(node - 1);
    }

    Path properties() {
        return dir.resolve("server.properties");
    }

    Path logback() {
        return dir.resolve("logback.xml");
    }

    /** The broker's output, kept over restarts. */
    Path log() {
        return dir.resolve("broker.log");
    }

    void write() {
        try {
            Files.createDirectories(dir);
            Files.writeString(properties(), serverProperties() + ownSettings());
            Files.writeString(logback(), LOGBACK);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the broker's files in " + dir, e);
        }
    }

    /** Behind the others: of two lines with one key, the later one counts. */
    private String ownSettings() {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String serverProperties() {
        int size = ports.size();
        int replicas = Math.min(3, size);
        int inSync = replicas > 2 ? 2 : 1;
        String voters = IntStream.rangeClosed(1, size)
                .mapToObj(i -> i + "@127.0.0.1:" + controllerPorts.get(i - 1))
                .collect(Collectors.joining(","));
        return """
                process.roles=broker,controller
                node.id=%d
                controller.quorum.voters=%s
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d%s
                advertised.listeners=PLAINTEXT://127.0.0.1:%d%s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT%s
                log.dirs=%s
                auto.create.topics.enable=false
                num.partitions=3
                default.replication.factor=%d
                min.insync.replicas=%d
                offsets.topic.replication.factor=%d
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=%d
                transaction.state.log.min.isr=%d
                transaction.state.log.num.partitions=3
                group.initial.rebalance.delay.ms=0
                # small and quick: 256 MB of heap on a machine shared with tests
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=8388608
                # a node that comes back after a SIGKILL waits until its former self has timed out
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=3000
                """
                .formatted(
                        node,
                        voters,
                        port(),
                        controllerPorts.get(node - 1),
                        door == null ? "" : door.listener(),
                        port(),
                        door == null ? "" : door.advertisement(),
                        door == null ? "" : door.protocol("PLAINTEXT"),
                        dir.resolve("data").toAbsolutePath().toString().replace("\\", "/"),
                        replicas,
                        inSync,
                        replicas,
                        replicas,
                        inSync);
    }
}
