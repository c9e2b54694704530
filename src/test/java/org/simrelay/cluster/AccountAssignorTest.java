package org.simrelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Assignment;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.GroupSubscription;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.simrelay.kafka.Topics;

/** Rounds of the group: no partition has two owners in any of them, and after two each has one. */
class AccountAssignorTest {

    private static final int[] ACCOUNTS = {1, 0, 2, 1, 0, 1, 1, 0, 3, 1};

    private final AccountAssignor assignor = new AccountAssignor();

    AccountAssignorTest() {
        Supplier<int[]> accounts = ACCOUNTS::clone;
        assignor.configure(Map.of(AccountAssignor.ACCOUNTS, accounts));
    }

    private static Subscription member(int generation, Set<Integer> owned) {
        return new Subscription(
                List.of(Topics.CHECKPOINTS),
                null,
                owned.stream()
                        .map(p -> new TopicPartition(Topics.CHECKPOINTS, p))
                        .toList(),
                generation,
                Optional.empty());
    }

    private Map<String, Set<Integer>> round(Map<String, Subscription> members) {
        Map<String, Assignment> assigned =
                assignor.assign(Cluster.empty(), new GroupSubscription(members)).groupAssignment();
        Map<String, Set<Integer>> shares = new HashMap<>();
        assigned.forEach((name, assignment) -> shares.put(
                name,
                assignment.partitions().stream().map(TopicPartition::partition).collect(Collectors.toSet())));
        return shares;
    }

    private static Map<String, Subscription> members(int generation, Map<String, Set<Integer>> owned) {
        Map<String, Subscription> members = new HashMap<>();
        owned.forEach((name, partitions) -> members.put(name, member(generation, partitions)));
        return members;
    }

    private static Set<Integer> all() {
        return IntStream.range(0, ACCOUNTS.length).boxed().collect(Collectors.toSet());
    }

    private static void hasOneOwnerAtMost(Map<String, Set<Integer>> shares) {
        Set<Integer> seen = new HashSet<>();
        shares.values()
                .forEach(share -> share.forEach(partition -> assertThat(seen.add(partition))
                        .as("partition " + partition)
                        .isTrue()));
    }

    @Test
    void whatChangesHandsIsLeftOutForARound() {
        Map<String, Set<Integer>> first = round(members(1, Map.of("a", all(), "b", Set.of())));
        assertThat(first.get("b")).isEmpty();
        assertThat(first.get("a")).isNotEqualTo(all());
        Map<String, Set<Integer>> second = round(members(2, first));
        hasOneOwnerAtMost(second);
        assertThat(second.get("a")).isEqualTo(first.get("a"));
        assertThat(second.get("b")).isNotEmpty();
        Set<Integer> both = new HashSet<>(second.get("a"));
        both.addAll(second.get("b"));
        assertThat(both).isEqualTo(all());
        assertThat(round(members(3, second))).isEqualTo(second);
    }

    @Test
    void ofTwoThatClaimAPartitionTheOneThatWasThereLastHasIt() {
        Map<String, Set<Integer>> shares =
                round(Map.of("paused", member(4, Set.of(8)), "there", member(7, Set.of(8, 0))));
        assertThat(shares.get("there")).contains(8);
        assertThat(shares.get("paused")).doesNotContain(8);
        hasOneOwnerAtMost(shares);
    }
}
