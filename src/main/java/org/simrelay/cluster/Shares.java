package org.simrelay.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is to have which partition: even by accounts, and no more moves than that takes. A partition weighs as many hundreds as it has
 * accounts, and one where there is none. The same input gives the same answer.
 */
final class Shares {

    /** What an account weighs. */
    static final int ACCOUNT = 100;

    private static final int IDLE = 1;

    private final int[] weights;
    private final Map<String, Set<Integer>> shares = new TreeMap<>();

    /** @param accounts how many each partition has */
    private Shares(int[] accounts) {
        weights = new int[accounts.length];
        for (int partition = 0; partition < accounts.length; partition++) {
            weights[partition] = accounts[partition] == 0 ? IDLE : accounts[partition] * ACCOUNT;
        }
    }

    /**
     * Spreads all partitions.
     *
     * @param accounts how many each partition has
     * @param owned what each member has now; no partition stands twice
     * @return what each member is to have in the end
     */
    static Map<String, Set<Integer>> of(int[] accounts, Map<String, ? extends Collection<Integer>> owned) {
        Shares shares = new Shares(accounts);
        owned.forEach((member, partitions) -> {
            Set<Integer> own = new TreeSet<>(partitions);
            own.removeIf(partition -> partition >= accounts.length);
            shares.shares.put(member, own);
        });
        if (!owned.isEmpty()) {
            shares.giveFree();
            shares.level();
        }
        return shares.shares;
    }

    /** What nobody has goes, heaviest first, to who has least. */
    private void giveFree() {
        List<Integer> free = new ArrayList<>();
        for (int partition = 0; partition < weights.length; partition++) {
            int candidate = partition;
            if (shares.values().stream().noneMatch(own -> own.contains(candidate))) {
                free.add(candidate);
            }
        }
        free.sort(
                Comparator.comparing((Integer partition) -> -weights[partition]).thenComparing(p -> p));
        Map<String, Integer> loads = new HashMap<>();
        shares.keySet().forEach(member -> loads.put(member, load(member)));
        for (int partition : free) {
            String least = shares.keySet().stream()
                    .min(Comparator.comparing(loads::get))
                    .orElseThrow();
            share(least).add(partition);
            loads.merge(least, weights[partition], Integer::sum);
        }
    }

    /** From who has most accounts to who has least, as long as the two come closer by it; where there is no account it is no matter. */
    private void level() {
        // each move brings two loads closer, by one at least
        for (int move = 0; move < weights.length * shares.size(); move++) {
            String most = shares.keySet().stream()
                    .max(Comparator.comparing(this::accounts))
                    .orElseThrow();
            String least = shares.keySet().stream()
                    .min(Comparator.comparing(this::accounts))
                    .orElseThrow();
            int gap = accounts(most) - accounts(least);
            Integer best = share(most).stream()
                    .filter(partition -> weights[partition] >= ACCOUNT && weights[partition] / ACCOUNT < gap)
                    .min(Comparator.comparing((Integer partition) -> Math.abs(2 * weights[partition] / ACCOUNT - gap))
                            .thenComparing(p -> p))
                    .orElse(null);
            if (best == null) {
                return;
            }
            share(most).remove(best);
            share(least).add(best);
        }
    }

    private int accounts(String member) {
        return share(member).stream()
                .mapToInt(partition -> weights[partition] / ACCOUNT)
                .sum();
    }

    private Set<Integer> share(String member) {
        return shares.computeIfAbsent(member, m -> new TreeSet<>());
    }

    private int load(String member) {
        return share(member).stream().mapToInt(partition -> weights[partition]).sum();
    }
}
