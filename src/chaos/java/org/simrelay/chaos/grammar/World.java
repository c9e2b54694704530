package org.simrelay.chaos.grammar;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.simrelay.sandbox.vendor.Cards;

/**
 * What is there before anything goes wrong.
 *
 * @param polls that are on
 * @param tick seconds from one tick of each poll to its next
 * @param cards of the inventory
 * @param arrears cards in arrears
 * @param batch cards in one request to iotbos
 * @param pace requests a second of each account
 * @param attempts of a request
 * @param budget requests a day of iotbos' account, 0 for no bound
 * @param tokenLife seconds that an accessToken is good
 * @param loginVoids whether a login makes older tokens worthless
 * @param csv whether the inventory is a CSV with other columns too
 * @param latency milliseconds that each answer takes
 * @param everyNth of so many sweeps of a poll one publishes all cards and the others changes only, and what leaves is told; 0 where each
 *     publishes all
 */
public record World(
        List<String> polls,
        int tick,
        int cards,
        int arrears,
        int batch,
        int pace,
        int concurrency,
        int attempts,
        int budget,
        int tokenLife,
        boolean loginVoids,
        boolean csv,
        int latency,
        int everyNth) {

    /** All polls there are. */
    public static final List<String> POLLS = List.of(
            "cmiot-arrearage", "iotbos-usage", "iotbos-balance", "iotbos-expiry", "iotbos-state", "iotbos-tariff");

    static World draw(SplittableRandom random) {
        List<String> polls = POLLS.stream()
                .filter(p -> random.nextInt(p.startsWith("cmiot") ? 2 : 3) == 0)
                .limit(3)
                .toList();
        int batch = random.nextInt(5, 31);
        int pace = random.nextInt(6, 41);
        // a sweep that lasts a while is one that something can happen to
        int batches = Math.max(3, pace * random.nextInt(2, 7) / Math.max(1, polls.size()));
        return new World(
                polls.isEmpty() ? List.of(POLLS.get(random.nextInt(POLLS.size()))) : polls,
                random.nextInt(4, 9),
                Math.min(900, batch * batches) - random.nextInt(batch),
                random.nextInt(25, 301),
                batch,
                pace,
                random.nextInt(1, 7),
                random.nextInt(2, 6),
                random.nextInt(12) == 0 ? random.nextInt(5, 60) : 0,
                random.nextInt(3) == 0 ? random.nextInt(3, 15) : 7200,
                random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextInt(3) == 0 ? 0 : random.nextInt(10, 120),
                0);
    }

    /** Whether polls publish changes is drawn apart from the rest, so that a seed draws the same faults as it did without. */
    World drawEveryNth(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return withEveryNth(random.nextInt(3) == 0 ? random.nextInt(2, 5) : 0);
    }

    /** The same, but that its polls publish changes only. */
    World withEveryNth(int nth) {
        return new World(
                polls,
                tick,
                cards,
                arrears,
                batch,
                pace,
                concurrency,
                attempts,
                budget,
                tokenLife,
                loginVoids,
                csv,
                latency,
                nth);
    }

    public boolean has(String vendor) {
        return polls.stream().anyMatch(p -> p.startsWith(vendor));
    }

    /** The inventory as it is at first. */
    public List<String> inventory() {
        return Cards.inventory(cards);
    }

    /** The arrears list as it is at first. */
    public List<String> inArrears() {
        return Cards.arrears(arrears);
    }

    @Override
    public String toString() {
        return polls.stream().collect(Collectors.joining(", ")) + " every " + tick + " s; " + cards
                + " cards in batches of "
                + batch + (csv ? " (CSV)" : "") + ", " + arrears + " in arrears; pace " + pace + "/s, " + concurrency
                + " in flight, " + attempts + " attempts, answers after " + latency + " ms"
                + (budget > 0 ? ", iotbos " + budget + " requests a day" : "")
                + (tokenLife < 7200 ? ", tokens good for " + tokenLife + " s" : "")
                + (loginVoids ? ", a login voids older tokens" : "")
                + (everyNth > 0 ? ", changes are published and all once in " + everyNth + " sweeps" : "");
    }
}
