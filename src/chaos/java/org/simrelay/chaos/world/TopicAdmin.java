package org.simrelay.chaos.world;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** What is done to the service's topics from outside; an IllegalStateException where the broker does not do it in time. */
final class TopicAdmin implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final Admin admin;

    TopicAdmin(String bootstrap) {
        admin = Admin.create(
                Map.of("bootstrap.servers", bootstrap, "default.api.timeout.ms", "5000", "request.timeout.ms", "3000"));
    }

    /** Deletes them all, and waits until they are gone. */
    void deleteAll() {
        long end = System.nanoTime() + BOUND.toNanos();
        Set<String> left = topics();
        while (!left.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(left + " cannot be deleted");
            }
            done(admin.deleteTopics(left).all());
            left = topics();
        }
    }

    /** Sets the largest record that topics take; null for the broker's own bound. */
    void limit(Collection<String> topics, @Nullable Integer bytes) {
        AlterConfigOp change = new AlterConfigOp(
                new ConfigEntry("max.message.bytes", bytes == null ? "" : bytes.toString()),
                bytes == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET);
        Set<String> there = topics();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = topics.stream()
                .filter(there::contains)
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), topic -> List.of(change)));
        if (!changes.isEmpty()) {
            done(admin.incrementalAlterConfigs(changes).all());
        }
    }

    private Set<String> topics() {
        return done(admin.listTopics().names()).stream()
                .filter(topic -> topic.startsWith("sim."))
                .collect(Collectors.toSet());
    }

    private static <T> T done(KafkaFuture<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not do what it was asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
