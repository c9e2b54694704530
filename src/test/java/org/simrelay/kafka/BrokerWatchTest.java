package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What is read of Kafka's producers. */
class BrokerWatchTest {

    private final BrokerWatch watch = new BrokerWatch(Clock.systemUTC());

    @Test
    void aProducerThatHasSentNothingLatelyHidesNoOther() {
        watch.watch(producer(Double.NaN));
        assertThat(watch.largest("request-latency-avg")).isNaN();
        watch.watch(producer(3));
        watch.watch(producer(Double.NaN));
        watch.watch(producer(2));
        assertThat(watch.largest("request-latency-avg")).isEqualTo(3);
    }

    private static MockProducer<String, String> producer(double latency) {
        MockProducer<String, String> producer =
                new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
        MetricName name =
                new MetricName("request-latency-avg", "producer-metrics", "", Map.of("client-id", "producer-1"));
        producer.setMockMetrics(name, new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return latency;
            }
        });
        return producer;
    }
}
