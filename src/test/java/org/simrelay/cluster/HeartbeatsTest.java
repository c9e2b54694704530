package org.simrelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;

/** The lease is renewed by answers that no poll has called an error since. */
class HeartbeatsTest {

    private static final MetricName TOTAL =
            new MetricName("heartbeat-total", "consumer-coordinator-metrics", "", Map.of());

    private final MovingClock wall = new MovingClock(TestSweeps.START);
    private final LeaseClock lease = new LeaseClock(() -> wall.millis() * 1_000_000, wall);
    private double answers;
    private final Heartbeats heartbeats = new Heartbeats(
            new MockConsumer<>(OffsetResetStrategy.EARLIEST) {
                @Override
                public synchronized Map<MetricName, ? extends Metric> metrics() {
                    return Map.of(TOTAL, new Metric() {
                        @Override
                        public MetricName metricName() {
                            return TOTAL;
                        }

                        @Override
                        public Object metricValue() {
                            return answers;
                        }
                    });
                }

                @Override
                public synchronized ConsumerGroupMetadata groupMetadata() {
                    return new ConsumerGroupMetadata("simrelay", 1, "member", Optional.empty());
                }
            },
            lease);

    private void polled(int answered) {
        answers += answered;
        wall.move(Duration.ofMillis(100));
        heartbeats.polled();
    }

    @Test
    void anAnswerRenewsItWithTheNextPoll() {
        polled(1);
        wall.move(Duration.ofSeconds(2));
        polled(1);
        polled(0);
        // the question went out after the answer before it
        assertThat(lease.age()).isEqualTo(Duration.ofMillis(2_200));
        assertThat(lease.holds()).isTrue();
    }

    @Test
    void anErrorThatTheNextPollTellsOfRenewsNothing() {
        polled(1);
        polled(0);
        wall.move(Duration.ofSeconds(30));
        // of before it was stopped, and what Kafka says of a member that it does not know
        polled(1);
        polled(1);
        heartbeats.lost();
        polled(0);
        assertThat(lease.holds()).isFalse();
    }
}
