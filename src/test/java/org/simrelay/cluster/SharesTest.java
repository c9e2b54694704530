package org.simrelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accounts are spread evenly, each partition goes to one member, and nothing moves that need not. */
class SharesTest {

    private static final int PARTITIONS = 48;

    private static int[] accounts(long seed, int number) {
        int[] accounts = new int[PARTITIONS];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < number; i++) {
            accounts[random.nextInt(PARTITIONS)]++;
        }
        return accounts;
    }

    private static int load(int[] accounts, Set<Integer> share) {
        return share.stream().mapToInt(partition -> accounts[partition]).sum();
    }

    private static Map<String, Set<Integer>> none(int members) {
        Map<String, Set<Integer>> owned = new HashMap<>();
        IntStream.range(0, members).forEach(member -> owned.put("m" + member, Set.of()));
        return owned;
    }

    private static void isWhole(Map<String, Set<Integer>> shares) {
        List<Integer> all =
                shares.values().stream().flatMap(Set::stream).sorted().toList();
        assertThat(all)
                .containsExactlyElementsOf(
                        IntStream.range(0, PARTITIONS).boxed().toList());
    }

    @Test
    void aMemberAloneHasAll() {
        Map<String, Set<Integer>> shares = Shares.of(accounts(1, 3), none(1));
        isWhole(shares);
    }

    @Test
    void accountsAreEvenAsFarAsTheirPartitionsAllow() {
        for (int seed = 0; seed < 200; seed++) {
            int[] accounts = accounts(seed, 20);
            Map<String, Set<Integer>> shares = Shares.of(accounts, none(3));
            isWhole(shares);
            int heaviest = IntStream.of(accounts).max().orElseThrow();
            List<Integer> loads = shares.values().stream()
                    .map(share -> load(accounts, share))
                    .sorted()
                    .toList();
            assertThat(loads.get(2) - loads.get(0))
                    .as("seed " + seed + " " + loads)
                    .isLessThanOrEqualTo(heaviest);
        }
    }

    @Test
    void whatIsEvenStaysAndAnAccountAloneIsNotMovedToWhoComes() {
        int[] accounts = new int[PARTITIONS];
        accounts[7] = 1;
        Map<String, Set<Integer>> before = Shares.of(accounts, none(1));
        Map<String, Set<Integer>> owned = new HashMap<>(before);
        owned.put("new", Set.of());
        assertThat(Shares.of(accounts, owned)).isEqualTo(new HashMap<>(owned));
    }

    @Test
    void whoComesGetsItsShareAndLittleElseMoves() {
        for (int seed = 0; seed < 200; seed++) {
            int[] accounts = accounts(seed, 20);
            Map<String, Set<Integer>> before = Shares.of(accounts, none(2));
            Map<String, Set<Integer>> owned = new HashMap<>(before);
            owned.put("new", Set.of());
            Map<String, Set<Integer>> after = Shares.of(accounts, owned);
            isWhole(after);
            int moved = before.keySet().stream()
                    .mapToInt(member -> {
                        Set<Integer> left = new TreeSet<>(before.get(member));
                        left.removeAll(after.get(member));
                        return load(accounts, left);
                    })
                    .sum();
            assertThat(moved).as("seed " + seed).isLessThanOrEqualTo(9);
            assertThat(load(accounts, Objects.requireNonNull(after.get("new"))))
                    .as("seed " + seed)
                    .isBetween(4, 8);
        }
    }

    @Test
    void whatAMemberLeavesIsSharedAndTheOthersKeepTheirs() {
        int[] accounts = accounts(3, 20);
        Map<String, Set<Integer>> before = Shares.of(accounts, none(3));
        Map<String, Set<Integer>> owned = new HashMap<>(before);
        owned.remove("m1");
        Map<String, Set<Integer>> after = Shares.of(accounts, owned);
        isWhole(after);
        owned.forEach((member, share) -> assertThat(after.get(member)).containsAll(new TreeSet<>(share)));
    }
}
