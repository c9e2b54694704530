package org.simrelay.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.FaultKind;

/**
 * What one round is made of, all of it drawn from its seed.
 *
 * @param arrears cards in arrears at its beginning
 * @param inventory cards that iotbos is asked about
 * @param faults as the simulator reads them
 * @param poisoned cards for which iotbos refuses their batch
 * @param omitted cards that no reply has
 * @param omittedOnce cards that one reply lacks
 */
record Shuffle(
        long seed,
        List<String> polls,
        List<String> arrears,
        List<String> inventory,
        List<String> faults,
        List<String> poisoned,
        List<String> omitted,
        List<String> omittedOnce,
        int concurrency,
        int batchSize,
        boolean loginVoidsOlder,
        boolean tokensVoided) {

    private static final List<String> IOTBOS =
            List.of("iotbos-usage", "iotbos-balance", "iotbos-expiry", "iotbos-state", "iotbos-tariff");

    private static final List<Integer> ONE_IN = List.of(3, 4, 6, 10, 20, 50);

    static Shuffle of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> arrears = Cards.arrears(random.nextInt(45, 301));
        List<String> inventory = Cards.inventory(random.nextInt(45, 301));
        List<String> both = new ArrayList<>(arrears);
        both.addAll(inventory);
        return new Shuffle(
                seed,
                List.of("cmiot-arrearage", one(IOTBOS.subList(0, 2), random), one(IOTBOS.subList(2, 5), random)),
                arrears,
                inventory,
                faults(random),
                some(inventory, random),
                some(both, random),
                some(both, random),
                random.nextInt(1, 6),
                random.nextInt(5, 51),
                random.nextBoolean(),
                random.nextBoolean());
    }

    boolean has(FaultKind kind) {
        return faults.stream().anyMatch(fault -> fault.startsWith(kind.id() + "@"));
    }

    private static List<String> faults(SplittableRandom random) {
        List<FaultKind> kinds = new ArrayList<>(Arrays.asList(FaultKind.values()));
        kinds.removeAll(List.of(FaultKind.POISONED, FaultKind.DOWN));
        kinds.removeIf(FaultKind::isHarsh);
        List<String> faults = new ArrayList<>();
        for (int left = random.nextInt(1, 6); left > 0; left--) {
            FaultKind kind = kinds.remove(random.nextInt(kinds.size()));
            // a time-out takes its time: seldom
            int oneIn = kind == FaultKind.TIMEOUT ? 50 : ONE_IN.get(random.nextInt(ONE_IN.size()));
            faults.add(String.format(Locale.ROOT, "%s@%.4f", kind.id(), 1.0 / oneIn));
        }
        return faults;
    }

    /** None or a few. */
    private static List<String> some(List<String> cards, SplittableRandom random) {
        List<String> some = new ArrayList<>();
        for (int left = random.nextBoolean() ? 0 : random.nextInt(1, 4); left > 0; left--) {
            some.add(one(cards, random));
        }
        return some;
    }

    private static String one(List<String> of, SplittableRandom random) {
        return of.get(random.nextInt(of.size()));
    }

    /** Without the cards' lists, which the seed gives. */
    @Override
    public String toString() {
        return polls + ", " + arrears.size() + " in arrears, inventory of " + inventory.size() + ", faults " + faults
                + ", poisoned " + poisoned + ", omitted " + omitted + ", once " + omittedOnce + ", concurrency "
                + concurrency + ", batches of " + batchSize + (loginVoidsOlder ? ", a login voids older tokens" : "")
                + (tokensVoided ? ", tokens voided" : "");
    }
}
