package org.simrelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.cluster.Tenures.Tenure;
import org.simrelay.kafka.KafkaSettings;

/** The thread of the membership lives on, whatever breaks. */
class GroupThreadTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Tenures tenures = new Tenures(() -> true);

    /** Hands that break where accounts are lost. */
    private static final class Broken implements Hands {
        @Override
        public void take(List<Tenure> some, Set<Integer> partitions) {}

        @Override
        public boolean isToLookAgain() {
            return false;
        }

        @Override
        public void give(Collection<String> accounts) {}

        @Override
        public void lose(Collection<String> accounts) {
            throw new IllegalStateException("broke");
        }
    }

    private Membership broken(Runnable onJoined) {
        made.incrementAndGet();
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(OffsetResetStrategy.EARLIEST);
        consumer.setPollException(new KafkaException("broke"));
        return new Membership(
                consumer,
                new Group(
                        consumer,
                        new Places(1, Set::of),
                        new LeaseClock(System::nanoTime, Clock.systemUTC()),
                        tenures,
                        new Broken(),
                        List::of,
                        onJoined));
    }

    @Test
    void aMembershipIsMadeAnewThoughWhatItHadCannotBeGivenUp() {
        GroupThread thread = new GroupThread(
                this::broken,
                new Watchdog(tenures, account -> false, account -> false, System::nanoTime),
                why -> {},
                new StaticMember(new KafkaSettings(TestSweeps.settings(Map.of())), Optional.empty()));
        thread.start();
        await().atMost(Duration.ofMinutes(1)).until(() -> made.get() > 1);
        thread.close();
        assertThat(thread.joining().isDone()).isFalse();
    }
}
