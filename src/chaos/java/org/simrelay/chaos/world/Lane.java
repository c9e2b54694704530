package org.simrelay.chaos.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.simrelay.sandbox.Broker;
import org.simrelay.sandbox.GuardedBroker;
import org.simrelay.sandbox.SideDoor;
import org.simrelay.sandbox.process.Ports;

/** A place where one story after the other is played: a broker that outlives them, and is empty at the beginning of each. */
public final class Lane implements AutoCloseable {
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

    private static final ResourcePattern TRANSACTIONS =
            new ResourcePattern(ResourceType.TRANSACTIONAL_ID, "simrelay-", PatternType.PREFIXED);
    private static final ResourcePattern GROUP =
            new ResourcePattern(ResourceType.GROUP, "simrelay", PatternType.LITERAL);

    private final Path dir;
    private final SideDoor door;
    private final Relay way;
    private GuardedBroker guarded;
    private boolean paused;

    private Lane(Path dir) throws IOException {
        this.dir = dir;
        int port = Ports.free(1).get(0);
        this.way = new Relay(port);
        this.door = new SideDoor(port, way.port());
        this.guarded = start();
    }

    /** Starts a lane's broker; one lane at a time, and a second try on a busy machine. */
    public static Lane open(Path dir) throws IOException {
        synchronized (Lane.class) {
            return new Lane(dir);
        }
    }

    private GuardedBroker start() {
        try {
            return GuardedBroker.start(dir.resolve("kafka-" + System.nanoTime()), door);
        } catch (IllegalStateException e) {
            return GuardedBroker.start(dir.resolve("kafka-" + System.nanoTime()), door);
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

    /** Where the broker is for a machine whose way to it may be cut. */
    String apart() {
        return "127.0.0.1:" + way.port();
    }

    /** Cuts the way of machines that use {@link #apart}, or mends it. */
    public void part(boolean now) {
        way.part(now);
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

    /** Gives or takes the service's right to use transactions, or to be a member of its group. */
    public void using(boolean transactions, boolean allowed) {
        ResourcePattern what = transactions ? TRANSACTIONS : GROUP;
        AclOperation right = transactions ? AclOperation.WRITE : AclOperation.READ;
        if (allowed) {
            guarded.allow(what, right);
        } else {
            guarded.forbid(what, right);
        }
    }

    /** Lets the service bring and fetch so many bytes a second; null for as many as it can. */
    public void quota(@Nullable Double bytes) {
        guarded.quota(bytes);
    }

    /** No topic but these has a limit, the service has no quota and all its rights, whatever was done to them. */
    void lift(Set<String> but) {
        limit(TOPICS.stream().filter(topic -> !but.contains(topic)).toList(), null);
        quota(null);
        rights();
    }

    private void rights() {
        guarded.allow(
                ResourceType.CLUSTER,
                "kafka-cluster",
                AclOperation.CREATE,
                AclOperation.DESCRIBE_CONFIGS,
                AclOperation.DESCRIBE,
                AclOperation.IDEMPOTENT_WRITE);
        guarded.allow(TRANSACTIONS, AclOperation.WRITE, AclOperation.DESCRIBE);
        guarded.allow(GROUP, AclOperation.READ);
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
        part(false);
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
        try (TopicAdmin admin = new TopicAdmin(bootstrap())) {
            admin.deleteAll();
        } catch (IllegalStateException e) {
            // a broker that a story has spoilt is none to play the next one on
            guarded.close();
            guarded = start();
        }
        quota(null);
        rights();
    }

    /** Sets the largest record that topics take; null for the broker's own bound. */
    public void limit(Collection<String> topics, @Nullable Integer bytes) {
        try (TopicAdmin admin = new TopicAdmin(bootstrap())) {
            admin.limit(topics, bytes);
        }
    }

    @Override
    public void close() throws IOException {
        guarded.close();
        way.close();
    }
}
