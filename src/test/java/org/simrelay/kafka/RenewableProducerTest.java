package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** A producer that does not recover by itself is made anew, and no record is called refused for it. */
class RenewableProducerTest {

    private static final int MINUTE = 60 * 4;

    private final List<Made> made = new CopyOnWriteArrayList<>();
    private final List<Properties> properties = new ArrayList<>();
    private final List<String> fatal = new ArrayList<>();
    private final List<String> verdicts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean overflowing = new AtomicBoolean();
    private final RenewableProducer<String, String> producer = producer(Map.of());

    /** Kafka's producer as it ends when it is closed in a hurry. */
    private static final class Made extends MockProducer<String, String> {
        private final AtomicInteger splits = new AtomicInteger();
        private volatile boolean deaf;
        private volatile boolean overflows;
        private volatile Duration closing = Duration.ZERO;

        private Made() {
            super(false, null, new StringSerializer(), new StringSerializer());
            MetricName name = new MetricName("batch-split-total", "producer-metrics", "", Map.of("client-id", "c"));
            setMockMetrics(name, new Metric() {
                @Override
                public MetricName metricName() {
                    return name;
                }

                @Override
                public Object metricValue() {
                    return (double) splits.get();
                }
            });
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, String> record, Callback callback) {
            if (overflows) {
                throw new StackOverflowError("in the client");
            }
            return super.send(record, callback);
        }

        @Override
        public void close(Duration timeout) {
            closing = timeout;
            boolean more = !deaf;
            while (more) {
                more = errorNext(new KafkaException("Producer is closed forcefully."));
            }
            super.close(timeout);
        }
    }

    private RenewableProducer<String, String> producer(Map<String, String> options) {
        Properties given = new Properties();
        given.putAll(options);
        return new RenewableProducer<>(
                given,
                own -> {
                    properties.add(own);
                    Made one = new Made();
                    one.overflows = overflowing.get();
                    made.add(one);
                    return one;
                },
                fatal::add);
    }

    private void send(String card) {
        var unused = send(producer, card);
    }

    private Future<RecordMetadata> send(Producer<String, String> by, String card) {
        return by.send(
                new ProducerRecord<>("sim.usage", card, "{}"),
                (metadata, e) -> verdicts.add(
                        card + " " + (e == null ? "there" : e.getClass().getSimpleName())));
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            producer.tick();
        }
    }

    private static List<String> cards(Made producer) {
        return producer.history().stream().map(ProducerRecord::key).toList();
    }

    private Made next(int count) {
        await().atMost(Duration.ofMinutes(1)).until(() -> made.size() == count);
        return made.get(count - 1);
    }

    @Test
    void aRecordsVerdictIsItsOwn() throws Exception {
        Future<RecordMetadata> one = send(producer, "1");
        Future<RecordMetadata> two = send(producer, "2");
        made.get(0).completeNext();
        made.get(0).errorNext(new RecordTooLargeException());
        assertThat(verdicts).containsExactly("1 there", "2 RecordTooLargeException");
        assertThat(one.get().topic()).isEqualTo("sim.usage");
        assertThat(two).isDone();
        ticks(10);
        assertThat(made).hasSize(1);
    }

    @Test
    void batchesThatAreSplitAreGivenUpForSingleRecordsAndNoneIsCalledRefused() {
        send("1");
        send("2");
        made.get(0).splits.set(1);
        ticks(1);
        Made single = next(2);
        await().atMost(Duration.ofMinutes(1)).until(() -> cards(single).equals(List.of("1", "2")));
        assertThat(properties.get(1)).containsEntry("batch.size", "0");
        send("3");
        assertThat(verdicts).isEmpty();
        while (single.completeNext()) {
            // all that it has
        }
        assertThat(verdicts).containsExactly("1 there", "2 there", "3 there");
        ticks(2 * MINUTE);
        assertThat(made).as("no batches while records may still be refused").hasSize(2);
        assertThat(fatal).isEmpty();
    }

    @Test
    void afterMinutesWithoutARefusalRecordsGoInBatchesAgain() {
        made.get(0).splits.set(1);
        ticks(1);
        next(2);
        ticks(2 * MINUTE);
        send("1");
        made.get(1).errorNext(new RecordTooLargeException());
        ticks(2 * MINUTE);
        assertThat(made).hasSize(2);
        ticks(2 * MINUTE);
        next(3);
        assertThat(properties.get(2)).doesNotContainKey("batch.size");
    }

    @Test
    void aLostRightIsNoLastWord() {
        send("1");
        made.get(0).errorNext(new ClusterAuthorizationException("no"));
        assertThat(verdicts).containsExactly("1 ClusterAuthorizationException");
        ticks(MINUTE);
        Made second = next(2);
        send("2");
        second.completeNext();
        assertThat(verdicts).contains("2 there");

        ticks(MINUTE);
        assertThat(made).as("one that works is left alone").hasSize(2);
    }

    @Test
    void waitsGrowWhereEachNewOneIsRefused() {
        int tries = 0;
        for (int minute = 0; minute < 10; minute++) {
            for (int i = 0; i < MINUTE; i++) {
                send("1");
                made.get(made.size() - 1).errorNext(new ClusterAuthorizationException("no"));
                ticks(1);
            }
            tries = made.size();
        }
        assertThat(tries).isBetween(8, 20);
    }

    @Test
    void whatHasNoVerdictForTwiceItsTimeIsFailedAndTheProducerMadeAnew() {
        RenewableProducer<String, String> quick = producer(Map.of("delivery.timeout.ms", "10000"));
        Made silent = made.get(1);
        var unused = send(quick, "1");
        for (int i = 0; i < 70; i++) {
            quick.tick();
        }
        assertThat(made).as("a while is not for ever").hasSize(2);
        for (int i = 0; i < 100; i++) {
            quick.tick();
        }
        next(3);
        await().atMost(Duration.ofMinutes(1)).until(() -> verdicts.equals(List.of("1 TimeoutException")));
        assertThat(silent.closed()).isTrue();
        assertThat(fatal).isEmpty();
    }

    @Test
    void oneThatDoesNotEvenEndEndsTheProcess() {
        send("1");
        made.get(0).deaf = true;
        made.get(0).splits.set(1);
        ticks(MINUTE / 2);
        assertThat(fatal).isEmpty();
        ticks(MINUTE);
        assertThat(fatal).isNotEmpty();
    }

    @Test
    void aSecondFailureIsTheRecordsOwn() {
        send("1");
        made.get(0).splits.set(1);
        ticks(1);
        Made second = next(2);
        await().atMost(Duration.ofMinutes(1)).until(() -> cards(second).equals(List.of("1")));
        second.errorNext(new TimeoutException("away"));
        assertThat(verdicts).containsExactly("1 TimeoutException");
    }

    @Test
    void oneWhoseNetworkThreadHasDiedEndsTheProcess() {
        Properties nowhere = new Properties();
        nowhere.putAll(Map.of("bootstrap.servers", "127.0.0.1:1", "delivery.timeout.ms", "120000"));
        List<KafkaProducer<String, String>> real = new ArrayList<>();
        RenewableProducer<String, String> watched = new RenewableProducer<>(
                nowhere,
                own -> {
                    real.add(new KafkaProducer<>(own, new StringSerializer(), new StringSerializer()));
                    return real.get(0);
                },
                fatal::add);
        watched.tick();
        assertThat(fatal).isEmpty();
        // behind its back, as an Error in its thread does
        real.get(0).close(Duration.ZERO);
        watched.tick();
        assertThat(fatal).singleElement().asString().contains("network thread of Kafka's producer has died");
    }

    @Test
    void whatCannotBeHandedOverIsNotWaitedFor() {
        RenewableProducer<String, String> quick = producer(Map.of("delivery.timeout.ms", "10000"));
        made.get(1).overflows = true;
        assertThatThrownBy(() -> send(quick, "1")).isInstanceOf(StackOverflowError.class);
        for (int i = 0; i < MINUTE; i++) {
            quick.tick();
        }
        assertThat(made).as("nothing is on its way").hasSize(2);
    }

    @Test
    void whatCannotBeHandedToTheNextOneHasItsVerdict() {
        Future<RecordMetadata> one = send(producer, "1");
        made.get(0).splits.set(1);
        overflowing.set(true);
        ticks(1);
        await().atMost(Duration.ofMinutes(1)).until(one::isDone);
        assertThat(verdicts).containsExactly("1 KafkaException");
    }

    @Test
    void aCallbackThatBreaksLeavesNobodyWaiting() {
        Future<RecordMetadata> one = producer.send(new ProducerRecord<>("sim.usage", "1", "{}"), (metadata, e) -> {
            throw new IllegalStateException("a bug");
        });
        try {
            made.get(0).completeNext();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("a bug");
        }
        assertThat(one).isDone();
    }

    @Test
    void aBrokerThatDoesNotAnswerHoldsUpNoStop() {
        producer.close(Duration.ofSeconds(30));
        assertThat(made.get(0).closing).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aClosedOneStaysClosed() {
        producer.close();
        ticks(MINUTE);
        assertThat(made).hasSize(1);
        assertThatThrownBy(() -> send("1")).isInstanceOf(IllegalStateException.class);
    }
}
