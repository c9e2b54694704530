package org.simrelay.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.simrelay.jvm.RetryExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at once when Kafka does not answer though records wait for it; the producer itself is silent until its delivery
 * time-out. Read from the producer's own metrics (Kafka, producer-metrics), each time it is run.
 */
public final class BrokerWatch extends DefaultKafkaClientFactory implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final String GROUP = "producer-metrics";

    /** How often producers are to be looked at. */
    public static final Duration RENEWAL = RenewalRules.TICK;

    /** Longer than an election of a partition's leader takes when a broker of several is lost. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clock clock;
    private final List<Producer<?, ?>> producers = new CopyOnWriteArrayList<>();
    private final List<RenewableProducer<?, ?>> renewable = new CopyOnWriteArrayList<>();
    private final Consumer<String> fatal;
    private double answers;
    private Instant answeredAt;
    private volatile boolean told;

    public BrokerWatch(Clock clock) {
        this(clock, BrokerWatch::halt);
    }

    /** @param fatal is told why the process cannot go on */
    BrokerWatch(Clock clock, Consumer<String> fatal) {
        this.clock = clock;
        this.fatal = fatal;
        this.answeredAt = clock.instant();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Producer getProducer(Properties kafkaProps) {
        ClientOptions.check(kafkaProps);
        RenewableProducer<Object, Object> producer = new RenewableProducer<>(kafkaProps, KafkaProducer::new, fatal);
        renewable.add(producer);
        watch(producer);
        return producer;
    }

    /** Looks whether a producer must be made anew; to be called each {@link #RENEWAL}. */
    public void renew() {
        try {
            renewable.forEach(RenewableProducer::tick);
        } catch (RuntimeException e) {
            LOG.error("Kafka's producer cannot be made anew, which is tried again", e);
        }
    }

    /** The next start goes on behind the last checkpoint; a process that waits for a dead thread never would. */
    private static void halt(String why) {
        LOG.error("the process ends, since {}; the next start goes on with its sweeps", why);
        Runtime.getRuntime().halt(RetryExit.code());
    }

    /** Whether no record waits for a Kafka that does not answer. */
    public boolean isAnswering() {
        return !told;
    }

    void watch(Producer<?, ?> producer) {
        producers.add(producer);
    }

    /** The largest value that any producer's own metric (producer-metrics) has now; NaN where none has it. */
    public double largest(String metric) {
        double largest = Double.NaN;
        for (Producer<?, ?> producer : producers) {
            double value = value(producer.metrics(), metric);
            // NaN of one that has sent nothing lately says nothing of the others
            largest = Double.isNaN(largest) || value > largest ? value : largest;
        }
        return largest;
    }

    @Override
    public synchronized void run() {
        double answersNow = 0;
        double waiting = 0;
        for (Producer<?, ?> producer : producers) {
            Map<MetricName, ? extends Metric> metrics = producer.metrics();
            answersNow += value(metrics, "response-total");
            waiting += value(metrics, "buffer-total-bytes") - value(metrics, "buffer-available-bytes");
        }
        Instant now = clock.instant();
        if (waiting <= 0 || answersNow != answers) {
            if (told) {
                LOG.info("Kafka answers again");
            }
            told = false;
            answers = answersNow;
            answeredAt = now;
        } else if (!told && answeredAt.plus(PATIENCE).isBefore(now)) {
            told = true;
            LOG.error(
                    "Kafka has not answered for {} s and records wait for it; a sweep that runs fails when they have waited"
                            + " for kafka.delivery.timeout.ms, one that begins within 20 s, look at the brokers",
                    PATIENCE.toSeconds());
        }
    }

    private static double value(Map<MetricName, ? extends Metric> metrics, String name) {
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
            MetricName key = metric.getKey();
            boolean named = key.name().equals(name)
                    && key.group().equals(GROUP)
                    && key.tags().size() == 1;
            if (named && metric.getValue().metricValue() instanceof Number number) {
                return number.doubleValue();
            }
        }
        return 0;
    }
}
