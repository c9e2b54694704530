package org.simrelay.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Kafka every now and then whether it is there, also while no record waits for it. Kafka's client asks any broker of the
 * cluster, and needs no right for it.
 */
public final class KafkaProbe implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaProbe.class);

    /** How long after an answer it is to be asked again. */
    public static final Duration EVERY = Duration.ofSeconds(3);

    private static final Duration MOST = Duration.ofSeconds(4);

    /** One question may stay unanswered: a broker that hands over to another. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Admin> maker;
    private final Clock monotonic;
    private @Nullable Admin admin;
    private volatile Instant answeredAt;

    /** Of the brokers in the settings. */
    public KafkaProbe(KafkaSettings settings, Clock monotonic) {
        this(() -> Admin.create(settings.admin()), monotonic);
    }

    KafkaProbe(Supplier<Admin> maker, Clock monotonic) {
        this.maker = maker;
        this.monotonic = monotonic;
        this.answeredAt = monotonic.instant();
    }

    /** Whether it answered within the last seconds. */
    public boolean isAnswering() {
        return answeredAt.plus(PATIENCE).isAfter(monotonic.instant());
    }

    @Override
    public synchronized void run() {
        try {
            Admin asked = admin;
            if (asked == null) {
                asked = maker.get();
                admin = asked;
            }
            var unused = asked.describeCluster(new DescribeClusterOptions().timeoutMs((int) MOST.toMillis()))
                    .nodes()
                    .get(MOST.toMillis(), TimeUnit.MILLISECONDS);
            answeredAt = monotonic.instant();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.debug("Kafka does not answer", e);
            // made anew, so that brokers are found whose addresses have changed
            close();
        }
    }

    @Override
    public synchronized void close() {
        Admin asked = admin;
        admin = null;
        if (asked != null) {
            asked.close(Duration.ZERO);
        }
    }
}
