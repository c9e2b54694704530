package org.simrelay.cluster;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.simrelay.kafka.LedgerTransactions;

/**
 * Which partition of {@code sim.checkpoints} is whose: an account is with whoever has its partition.
 *
 * @param partitions how many, as read once: processes that disagree would both believe that they have an account
 * @param named the configured accounts, {@code /<vendor>/<account>}, as they are now
 */
record Places(int partitions, Supplier<Set<String>> named) {

    /** The configured accounts, {@code /<vendor>/<account>}. */
    Set<String> accounts() {
        return named.get();
    }

    /** The partition of an account, configured or not. */
    int of(String account) {
        return LedgerTransactions.partition(account.substring(1), partitions);
    }

    /** The configured accounts in these partitions. */
    Set<String> in(Collection<Integer> some) {
        return among(accounts(), some);
    }

    /** Those of these accounts, configured or not, that are in these partitions. */
    Set<String> among(Collection<String> accounts, Collection<Integer> some) {
        return accounts.stream()
                .filter(account -> some.contains(of(account)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Their numbers. */
    static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /** How many configured accounts each partition has. */
    int[] weights() {
        int[] weights = new int[partitions];
        accounts().forEach(account -> weights[of(account)]++);
        return weights;
    }
}
