package org.simrelay.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.TopicPartition;
import org.simrelay.kafka.Topics;

/**
 * Spreads accounts evenly over the group's members (KIP-429, cooperative): Kafka's own assignors balance partitions, of which most
 * have no account. Who has a partition keeps it as far as that is even; what changes hands is left out for one round, until who had
 * it has given it up. For Kafka's client, which makes it by its name.
 */
public final class AccountAssignor implements ConsumerPartitionAssignor, Configurable {

    /** The consumer's property that says how many accounts each partition has: a supplier of an {@code int[]}, asked at each round. */
    static final String ACCOUNTS = "simrelay.accounts";

    private static final String NAME = "simrelay-accounts";

    private Supplier<?> accounts = () -> new int[0];

    @Override
    public void configure(Map<String, ?> configs) {
        if (configs.get(ACCOUNTS) instanceof Supplier<?> given) {
            accounts = given;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<RebalanceProtocol> supportedProtocols() {
        return List.of(RebalanceProtocol.COOPERATIVE);
    }

    @Override
    public GroupAssignment assign(Cluster metadata, GroupSubscription group) {
        Map<String, Set<Integer>> owned = owned(group.groupSubscription());
        Map<String, Set<Integer>> goal = Shares.of((int[]) accounts.get(), owned);
        Map<String, Assignment> assignments = new HashMap<>();
        goal.forEach((member, partitions) -> {
            List<TopicPartition> now = new ArrayList<>();
            for (int partition : partitions) {
                boolean elsewhere = owned.entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(member)
                                && other.getValue().contains(partition));
                if (!elsewhere) {
                    now.add(new TopicPartition(Topics.CHECKPOINTS, partition));
                }
            }
            assignments.put(member, new Assignment(now));
        });
        return new GroupAssignment(assignments);
    }

    /** What each has now; of two that claim a partition, the one of the newer generation has it, and none where both are as new. */
    private static Map<String, Set<Integer>> owned(Map<String, Subscription> members) {
        Map<Integer, Integer> newest = new HashMap<>();
        Map<Integer, String> owners = new HashMap<>();
        new TreeMap<>(members).forEach((member, subscription) -> {
            int generation = subscription.generationId().orElse(-1);
            for (TopicPartition claimed : subscription.ownedPartitions()) {
                int before = newest.getOrDefault(claimed.partition(), Integer.MIN_VALUE);
                if (generation > before) {
                    newest.put(claimed.partition(), generation);
                    owners.put(claimed.partition(), member);
                } else if (generation == before) {
                    owners.remove(claimed.partition());
                }
            }
        });
        Map<String, Set<Integer>> owned = new TreeMap<>();
        members.keySet().forEach(member -> owned.put(member, new TreeSet<>()));
        owners.forEach((partition, member) ->
                owned.getOrDefault(member, new TreeSet<>()).add(partition));
        return owned;
    }
}
