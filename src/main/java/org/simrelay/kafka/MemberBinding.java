package org.simrelay.kafka;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.LedgerException.Moved;

/** Binds one account's commits to this process's membership of the group (KIP-447): Kafka refuses those of a former member. */
final class MemberBinding {

    private final Supplier<@Nullable ConsumerGroupMetadata> member;
    private volatile BooleanSupplier stands = () -> true;

    /** @param member the membership; null where there is no group, and nothing is bound */
    MemberBinding(Supplier<@Nullable ConsumerGroupMetadata> member) {
        this.member = member;
    }

    /** No commit is bound to the membership while this is not so. */
    void onlyWhile(BooleanSupplier still) {
        stands = still;
    }

    /**
     * Binds the transaction that is open.
     *
     * @param own the partition that is the account's
     * @throws Moved when the account is not this process's any more, or the process no member yet
     */
    void bind(Producer<byte[], byte[]> open, TopicPartition own) throws Moved {
        ConsumerGroupMetadata now = member.get();
        if (now == null) {
            return;
        }
        // looked at behind the membership: an account is lost before a later one is known
        if (!stands.getAsBoolean()) {
            throw new Moved(new IllegalStateException("the account is not this process's any more"));
        }
        if (now.generationId() < 0) {
            // Kafka would not check it
            throw new Moved(new IllegalStateException("this process is no member of the group yet"));
        }
        open.sendOffsetsToTransaction(Map.of(own, new OffsetAndMetadata(0)), now);
    }
}
