package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.simrelay.sandbox.Broker;
import org.simrelay.sandbox.GuardedBroker;

/** A place where one story after the other is played: a broker that outlives them, and is empty at the beginning of each. */
public final class Lane implements AutoCloseable {
    private static final int BOUND = 20;

    private static final List<String> TOPICS = List.of(
            "sim.sweeps",
            "sim.failures",
            "sim.checkpoints",
            "sim.arrearage",
            "sim.usage",
            "sim.balance",
            "sim.expiry",
            "sim.state",
            "sim.tariff");

    private final Path dir;
    private GuardedBroker guarded;
    private boolean paused;

    private Lane(Path dir, GuardedBroker guarded) {
        this.dir = dir;
        this.guarded = guarded;
    }

    /** Starts a lane's broker; one lane at a time, and a second try on a busy machine. */
    public static Lane open(Path dir) {
        synchronized (Lane.class) {
            return new Lane(dir, start(dir));
        }
    }

    private static GuardedBroker start(Path dir) {
        try {
            return GuardedBroker.start(dir.resolve("kafka-" + System.nanoTime()));
        } catch (IllegalStateException e) {
            return GuardedBroker.start(dir.resolve("kafka-" + System.nanoTime()));
        }
    }

    public Path dir() {
        return dir;
    }

    public Broker broker() {
        return guarded.broker();
    }

    /** Where everybody may do everything. */
    public String bootstrap() {
        return broker().bootstrapServers();
    }

    /** What the service needs to be a user with rights of its own. */
    Map<String, String> clientSettings() {
        Map<String, String> all = new HashMap<>(guarded.user());
        all.put("brokers", guarded.servers());
        return all;
    }

    /** Gives or takes the service's right to write to topics. */
    public void writing(Collection<String> topics, boolean allowed) {
        for (String topic : topics) {
            if (allowed) {
                guarded.allow(ResourceType.TOPIC, topic, AclOperation.WRITE);
            } else {
                guarded.forbid(ResourceType.TOPIC, topic, AclOperation.WRITE);
            }
        }
    }

    private void rights() {
        guarded.allow(
                ResourceType.CLUSTER,
                "kafka-cluster",
                AclOperation.CREATE,
                AclOperation.DESCRIBE_CONFIGS,
                AclOperation.DESCRIBE,
                AclOperation.IDEMPOTENT_WRITE);
        guarded.allow(
                new ResourcePattern(ResourceType.TRANSACTIONAL_ID, "simrelay-", PatternType.PREFIXED),
                AclOperation.WRITE,
                AclOperation.DESCRIBE);
        guarded.allow(ResourceType.GROUP, "simrelay", AclOperation.READ);
        for (String topic : TOPICS) {
            guarded.allow(
                    ResourceType.TOPIC,
                    topic,
                    AclOperation.WRITE,
                    AclOperation.READ,
                    AclOperation.CREATE,
                    AclOperation.DESCRIBE,
                    AclOperation.DESCRIBE_CONFIGS);
        }
    }

    /** SIGSTOP. */
    public void pause() throws IOException, InterruptedException {
        paused = broker().isAlive();
        if (paused) {
            Signals.send("STOP", broker().pid());
        }
    }

    /** Alive and not paused, whatever it was before. */
    public void mend() throws IOException, InterruptedException {
        if (paused && broker().isAlive()) {
            Signals.send("CONT", broker().pid());
        }
        paused = false;
        if (!broker().isAlive()) {
            try {
                broker().restart();
            } catch (IllegalStateException e) {
                // a busy machine: once more
                broker().restart();
            }
        }
    }

    /** Mends the broker and deletes the topics of the story before. */
    void empty() throws IOException, InterruptedException {
        mend();
        try (Admin admin = admin()) {
            long end = System.nanoTime() + Duration.ofSeconds(BOUND).toNanos();
            Set<String> left = topics(admin);
            while (!left.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(left + " cannot be deleted");
                }
                done(admin.deleteTopics(left).all());
                TimeUnit.MILLISECONDS.sleep(200);
                left = topics(admin);
            }
        } catch (IllegalStateException e) {
            // a broker that a story has spoilt is none to play the next one on
            guarded.close();
            guarded = start(dir);
        }
        rights();
    }

    /** Sets the largest record that a topic takes; null for the broker's own bound. */
    public void limit(Collection<String> topics, @org.jspecify.annotations.Nullable Integer bytes) {
        try (Admin admin = admin()) {
            Set<String> there = topics(admin);
            Map<ConfigResource, Collection<AlterConfigOp>> changes = topics.stream()
                    .filter(there::contains)
                    .collect(Collectors.toMap(
                            t -> new ConfigResource(ConfigResource.Type.TOPIC, t),
                            t -> List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", bytes == null ? "" : bytes.toString()),
                                    bytes == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET))));
            if (!changes.isEmpty()) {
                done(admin.incrementalAlterConfigs(changes).all());
            }
        }
    }

    Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers", bootstrap(), "default.api.timeout.ms", "5000", "request.timeout.ms", "3000"));
    }

    private static Set<String> topics(Admin admin) {
        return done(admin.listTopics().names()).stream()
                .filter(t -> t.startsWith("sim."))
                .collect(Collectors.toSet());
    }

    private static <T> T done(org.apache.kafka.common.KafkaFuture<T> future) {
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
        guarded.close();
    }
}
