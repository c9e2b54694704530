package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.simrelay.it.Fleet.Machine;
import org.simrelay.sandbox.Broker;

/** Stops a machine in the middle of a transaction of its ledger: its records are there, and not committed. */
final class OpenTransaction {

    private static final int TRIES = 200;

    private final String servers;
    private final List<TopicPartition> partitions;

    OpenTransaction(Stand stand) {
        servers = Broker.bootstrapServers(stand.brokers);
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            partitions = consumer.partitionsFor("sim.checkpoints").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_uncommitted", "fetch.max.wait.ms", 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** It stands still, with a transaction open, when this returns. */
    void pause(Machine machine) throws Exception {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer();
                Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            for (int i = 0; i < TRIES; i++) {
                // one that is written now is committed some milliseconds later
                if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                    machine.signal("STOP");
                    if (isOpen(admin)) {
                        return;
                    }
                    machine.signal("CONT");
                }
            }
        }
        assertThat(machine.text())
                .as("no transaction of it was caught in %d tries", TRIES)
                .isNull();
    }

    /** Whether one stays open for longer than those of the other machines do. */
    private boolean isOpen(Admin admin) throws Exception {
        Map<TopicPartition, Long> first = held(admin);
        for (int i = 0; i < 5 && !first.isEmpty(); i++) {
            Thread.sleep(100);
            Map<TopicPartition, Long> now = held(admin);
            first.keySet().removeIf(partition -> !first.get(partition).equals(now.get(partition)));
        }
        return !first.isEmpty();
    }

    /** Where the committed ends before the last record. */
    private Map<TopicPartition, Long> held(Admin admin) throws Exception {
        Map<TopicPartition, Long> committed = ends(admin, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> held = new HashMap<>(committed);
        ends(admin, IsolationLevel.READ_UNCOMMITTED).forEach((partition, end) -> held.remove(partition, end));
        return held;
    }

    private Map<TopicPartition, Long> ends(Admin admin, IsolationLevel level) throws Exception {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(wanted, new ListOffsetsOptions(level))
                .all()
                .get()
                .forEach((partition, offset) -> ends.put(partition, offset.offset()));
        return ends;
    }
}
