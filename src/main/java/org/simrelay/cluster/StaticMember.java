package org.simrelay.cluster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.simrelay.kafka.KafkaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process as a member of the group that keeps its name over restarts, where it has one.
 *
 * @param id its name, {@code cluster.instance-id}; empty where Kafka gives it another at each start
 */
record StaticMember(KafkaSettings settings, Optional<String> id) {

    private static final Logger LOG = LoggerFactory.getLogger(StaticMember.class);
    private static final int MOST_SECONDS = 5;

    /** Why it can be a member no more, where another has its name. */
    String taken() {
        return "another process has cluster.instance-id " + id.orElse("")
                + " too and has taken its place; give each process one of its own, or none";
    }

    /** Leaves: by closing its consumer it does not. */
    void leave() {
        id.ifPresent(this::remove);
    }

    private void remove(String name) {
        try (Admin admin = Admin.create(settings.admin())) {
            admin.removeMembersFromConsumerGroup(
                            GroupSettings.ID,
                            new RemoveMembersFromConsumerGroupOptions(List.of(new MemberToRemove(name))))
                    .all()
                    .get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the group keeps {} until its session is over: {}", name, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
