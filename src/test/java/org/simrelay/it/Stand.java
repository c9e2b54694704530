package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.simrelay.RecordSchemas;
import org.simrelay.sandbox.Broker;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.sandbox.process.QuickStart;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** A real broker, the vendor simulator and the packaged jar, as an operator would run them. */
final class Stand implements AutoCloseable {

    static final String CMIOT_SECRET = "canary-cmiot-password";
    static final String IOTBOS_SECRET = "canary&iotbos=pass word";
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Duration MOST = Duration.ofMinutes(3);
    private static final Duration READ = Duration.ofMinutes(2);

    /** The first of the brokers, or the only one. */
    final Broker broker;

    final List<Broker> brokers;
    final VendorSimulator vendor;
    private final Path dir;
    private final Map<String, String> environment = new HashMap<>();
    private Path home = HOME;

    Stand(Path dir, SimulatorConfig config, List<String> cards) throws IOException {
        this(dir, config, cards, 1);
    }

    /** Over a cluster of so many brokers. */
    Stand(Path dir, SimulatorConfig config, List<String> cards, int nodes) throws IOException {
        this(dir, config, cards, Broker.startCluster(dir.resolve("kafka"), nodes));
    }

    /** Over brokers that run; it ends them too. */
    Stand(Path dir, SimulatorConfig config, List<String> cards, List<Broker> brokers) throws IOException {
        this.dir = dir;
        this.vendor =
                VendorSimulator.start(config.cmiot("A0B40O5", CMIOT_SECRET).iotbos("tester", IOTBOS_SECRET));
        this.brokers = brokers;
        this.broker = brokers.get(0);
        Path file = Files.write(dir.resolve("cards.csv"), cards);
        environment.put("HTTP_PORT", "0");
        environment.putAll(Map.of(
                "KAFKA_BROKERS",
                Broker.bootstrapServers(brokers),
                "CMIOT_URL",
                vendor.cmiotUrl(),
                "CMIOT_MAIN_APPID",
                "A0B40O5",
                "CMIOT_MAIN_PASSWORD",
                CMIOT_SECRET,
                "CMIOT_MAIN_REQUESTS_PER_SECOND",
                "200",
                "IOTBOS_URL",
                vendor.iotbosUrl(),
                "IOTBOS_MAIN_ACCOUNT",
                "tester",
                "IOTBOS_MAIN_PASSWORD",
                IOTBOS_SECRET,
                "IOTBOS_MAIN_REQUESTS_PER_SECOND",
                "200",
                "CARDS_FILE",
                file.toString()));
    }

    /** Sets a setting for the next command. */
    Stand set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** The commands from now on run in a folder with routes and config of its own. */
    Stand in(Path folder) {
        home = folder;
        return this;
    }

    /** What a setting has for the next command; empty where it has nothing. */
    String get(String variable) {
        return environment.getOrDefault(variable, "");
    }

    /** Runs a command to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        Path log = dir.resolve("service-" + System.nanoTime() + ".log");
        Process process = start(log, arguments).process();
        if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + MOST + ": " + Files.readString(log));
        }
        return new Result(process.exitValue(), Files.readString(log));
    }

    /** Starts a command that goes on. */
    ChildProcess start(Path log, String... arguments) {
        Path jar = HOME.resolve("target/simrelay.jar");
        List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
        command.addAll(QuickStart.options(jar));
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return ChildProcess.start(command, environment, home, log);
    }

    /** Every record of a topic up to now. */
    List<Read> records(String topic) {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", Broker.bootstrapServers(brokers), "isolation.level", "read_committed");
        List<Read> records = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long until = System.nanoTime() + READ.toNanos();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                if (System.nanoTime() > until) {
                    throw new AssertionError(topic + " could not be read to its end in " + READ);
                }
                consumer.poll(Duration.ofMillis(200)).forEach(r -> records.add(Read.of(r)));
            }
        }
        records.forEach(record ->
                assertThat(RecordSchemas.problems(topic, record.value())).isEmpty());
        return records;
    }

    @Override
    public void close() {
        brokers.forEach(Broker::close);
        vendor.close();
    }

    /** What a command did. */
    record Result(int exit, String output) {}

    /** A record as a subscriber reads it. */
    record Read(String key, String value, Map<String, String> headers) {
        private static Read of(ConsumerRecord<String, String> record) {
            Map<String, String> headers = new HashMap<>();
            record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
            return new Read(record.key(), record.value(), headers);
        }

        /** Everything a search for secrets should see. */
        String all() {
            return key + " " + value + " " + headers;
        }
    }
}
