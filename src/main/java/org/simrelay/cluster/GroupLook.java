package org.simrelay.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.ConsumerGroupState;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Causes;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which partitions the members of the group have, for who is none of them. */
final class GroupLook implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupLook.class);

    private static final int MOST_SECONDS = 5;
    // a broker that is asked for the first time makes its topic of groups
    private static final int MOST_DESCRIBING_SECONDS = 20;
    // a session, and a round of the group
    private static final int MOST_LOOKS = 70;
    private static final long LOOK_MILLIS = 100;

    private final Admin admin;
    private boolean forbidden;

    GroupLook(KafkaSettings settings) {
        admin = Admin.create(settings.admin());
    }

    /** How many partitions {@code sim.checkpoints} has. */
    int partitions() {
        try {
            return admin.describeTopics(List.of(Topics.CHECKPOINTS))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get(MOST_SECONDS, TimeUnit.SECONDS)
                    .partitions()
                    .size();
        } catch (ExecutionException | TimeoutException e) {
            throw new SettingsException(Topics.CHECKPOINTS + " cannot be seen (" + Causes.of(e) + ")").passing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while waiting for Kafka").passing();
        }
    }

    /**
     * Those that a member has; waits some seconds while they are given out anew. None where the group may not be seen, which is said.
     *
     * @throws SettingsException when Kafka does not tell
     */
    Set<Integer> assigned() {
        try {
            for (int look = 0; look < MOST_LOOKS; look++) {
                ConsumerGroupDescription group = described();
                boolean moving = group != null
                        && (group.state() == ConsumerGroupState.PREPARING_REBALANCE
                                || group.state() == ConsumerGroupState.COMPLETING_REBALANCE);
                if (!moving) {
                    return group == null ? Set.of() : partitions(group);
                }
                Thread.sleep(LOOK_MILLIS);
            }
            throw new SettingsException("the group " + GroupSettings.ID
                            + " gives out its accounts anew and does not come to an end; try again in some seconds")
                    .passing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while waiting for Kafka").passing();
        }
    }

    /** Whether the last look was refused. */
    boolean isForbidden() {
        return forbidden;
    }

    private @Nullable ConsumerGroupDescription described() throws InterruptedException {
        try {
            return forbidden
                    ? null
                    : admin.describeConsumerGroups(
                                    List.of(GroupSettings.ID),
                                    new DescribeConsumerGroupsOptions().timeoutMs(MOST_DESCRIBING_SECONDS * 1_000))
                            .describedGroups()
                            .values()
                            .iterator()
                            .next()
                            .get(MOST_DESCRIBING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            if (e.getCause() instanceof GroupAuthorizationException) {
                forbidden = true;
                LOG.warn(
                        "whether a service runs these accounts could not be seen; allow Describe on the group {}: kafka-acls.sh --add"
                                + " --allow-principal User:<the service's> --operation Describe --group {}",
                        GroupSettings.ID,
                        GroupSettings.ID);
                return null;
            }
            throw new SettingsException("the group " + GroupSettings.ID + " cannot be seen (" + Causes.of(e) + ")")
                    .passing();
        } catch (TimeoutException e) {
            throw new SettingsException("Kafka does not tell who is in the group " + GroupSettings.ID).passing();
        }
    }

    private static Set<Integer> partitions(ConsumerGroupDescription group) {
        Set<Integer> partitions = new HashSet<>();
        group.members().forEach(member -> member.assignment().topicPartitions().stream()
                .filter(partition -> partition.topic().equals(Topics.CHECKPOINTS))
                .forEach(partition -> partitions.add(partition.partition())));
        return partitions;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
