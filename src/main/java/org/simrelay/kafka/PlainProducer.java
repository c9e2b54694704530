package org.simrelay.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** A producer that sends, and knows nothing of transactions. */
abstract class PlainProducer<K, V> implements Producer<K, V> {

    @Override
    public Future<RecordMetadata> send(ProducerRecord<K, V> record) {
        return send(record, null);
    }

    @Override
    public void close() {
        close(Duration.ofMillis(Long.MAX_VALUE));
    }

    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
        throw no();
    }

    @Override
    public Uuid clientInstanceId(Duration timeout) {
        throw no();
    }

    @Override
    public void initTransactions() {
        throw no();
    }

    @Override
    public void beginTransaction() {
        throw no();
    }

    @Override
    @Deprecated
    public void sendOffsetsToTransaction(Map<TopicPartition, OffsetAndMetadata> offsets, String group) {
        throw no();
    }

    @Override
    public void sendOffsetsToTransaction(Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        throw no();
    }

    @Override
    public void commitTransaction() {
        throw no();
    }

    @Override
    public void abortTransaction() {
        throw no();
    }

    private static UnsupportedOperationException no() {
        return new UnsupportedOperationException("this producer only sends");
    }
}
