package org.simrelay.cluster;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.jspecify.annotations.Nullable;

/** The membership that commits are bound to, as the consumer knew it last: written by the consumer's thread, read by all. */
final class NewestMembership {

    private final Consumer<byte[], byte[]> consumer;
    private volatile @Nullable ConsumerGroupMetadata newest;

    NewestMembership(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Asks the consumer; on its thread. */
    void refresh() {
        newest = consumer.groupMetadata();
    }

    /** Null before there is one. */
    @Nullable ConsumerGroupMetadata get() {
        return newest;
    }

    /** Whether Kafka counts the process as a member, at its last word. */
    boolean isMember() {
        ConsumerGroupMetadata now = newest;
        return now != null && now.generationId() >= 0;
    }
}
