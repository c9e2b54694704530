package org.simrelay.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.Pause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is committed of a topic, from its beginning to its high watermark now; no group, nothing committed. */
public final class WholeTopic implements TopicReader {

    private static final Logger LOG = LoggerFactory.getLogger(WholeTopic.class);

    // a transaction that nobody ends is aborted after 15 s, and the coordinator looks every 10 s
    private static final Duration MOST_WITHOUT_A_RECORD = Duration.ofSeconds(40);
    private static final Pause WAIT = duration -> Thread.sleep(duration.toMillis());
    private static final Duration TOLD_AFTER = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final LongSupplier nanos;

    /** @param nanos a monotonic clock */
    public WholeTopic(KafkaSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /**
     * Whether the topic is there; makes none.
     *
     * @throws SettingsException when Kafka is out of reach
     */
    public boolean isThere(String topic) {
        return LedgerReaders.topics(settings).contains(topic);
    }

    /**
     * Gives every record, in the order of its partition.
     *
     * @throws SettingsException when Kafka does not let it be read, knows no such topic for half a minute, or gives nothing for 40 s
     */
    @Override
    public void read(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer = LedgerReaders.once(settings)) {
            List<TopicPartition> partitions = Partitions.patiently(consumer, topic, WAIT);
            Map<TopicPartition, Long> ends = highWatermarks(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read(topic, consumer, ends, reader);
        } catch (KafkaException e) {
            throw unreadable(topic, e);
        }
    }

    private void read(
            String topic,
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        long last = nanos.getAsLong();
        boolean told = false;
        // a record's offset says nothing: behind the last one may stand a transaction's marker
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(Duration.ofMillis(100));
            records.forEach(reader);
            Duration silent = Duration.ofNanos(nanos.getAsLong() - last);
            if (!records.isEmpty()) {
                last = nanos.getAsLong();
            } else if (silent.compareTo(MOST_WITHOUT_A_RECORD) > 0) {
                throw new SettingsException(topic + " could not be read to its end; look at the brokers");
            } else if (!told && silent.compareTo(TOLD_AFTER) > 0) {
                told = true;
                LOG.info("waiting for a transaction in {} that another process left open", topic);
            }
        }
    }

    /** Where the partitions end now; a consumer of what is committed would stop at the first open transaction of anyone. */
    private Map<TopicPartition, Long> highWatermarks(List<TopicPartition> partitions) {
        try (Admin admin = Admin.create(settings.admin())) {
            Map<TopicPartition, OffsetSpec> latest =
                    partitions.stream().collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                            latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get();
            return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue()
                    .offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while waiting for Kafka");
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        }
    }

    private static SettingsException unreadable(String topic, KafkaException e) {
        return new SettingsException(topic + " cannot be read (" + e.getMessage() + "); allow the service to");
    }
}
