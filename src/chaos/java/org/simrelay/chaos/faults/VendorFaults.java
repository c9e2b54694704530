package org.simrelay.chaos.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.grammar.World;
import org.simrelay.sandbox.vendor.FaultKind;
import org.simrelay.sandbox.vendor.Vendor;

/** What the vendors' own simulator can do wrong by chance, each kind of it; and their tokens. */
final class VendorFaults {
    private static final List<Double> CHANCES = List.of(0.05, 0.2, 0.5, 1.0, 1.0);

    /** A few sweeps until a breaker opens, the 10 s until it is tried, in vain, and some more. */
    private static final int UNTIL_TRIED_IN_VAIN = 34_000;

    /** An open breaker is tried each 10 s. */
    private static final Duration UNTIL_TRIED = Duration.ofSeconds(12);

    private VendorFaults() {}

    static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (kind != FaultKind.DOWN && !kind.byCard()) {
                kinds.add(
                        new Kind("vendor/" + kind.id(), weight(kind), w -> fits(w, kind), (r, w) -> byChance(kind, r)));
            }
        }
        kinds.add(new Kind("login/failing", 4, w -> w.has("iotbos"), VendorFaults::login));
        kinds.add(new Kind(
                "login/voided",
                3,
                w -> w.has("iotbos"),
                (r, w) -> Act.once("login/voided", "all tokens are worthless", s -> s.vendors()
                        .voidTokens())));
        kinds.add(new Kind("login/down", 4, w -> w.has("iotbos"), UNTIL_TRIED_IN_VAIN, (r, w) -> startedInVain()));
        kinds.add(new Kind("vendor/down", 3, w -> true, (r, w) -> down("vendor/down")));
        kinds.add(new Kind("vendor/odd-return", 3, w -> true, UNTIL_TRIED_IN_VAIN, (r, w) -> oddReturn(r, w)));
        kinds.add(new Kind("vendor/away", 3, w -> true, UNTIL_TRIED_IN_VAIN, (r, w) -> down("vendor/away")));
        return kinds;
    }

    private static int weight(FaultKind kind) {
        return switch (kind) {
            case MOVING_PAGES, MISSING_CARD, TOO_LONG, OTHER_NUMBERS, HUGE_STATUS, FORGERY, ECHO -> 3;
            default -> 2;
        };
    }

    private static boolean fits(World world, FaultKind kind) {
        return (world.has("cmiot") && kind.concerns(Vendor.CMIOT))
                || (world.has("iotbos") && kind.concerns(Vendor.IOTBOS));
    }

    private static Act byChance(FaultKind kind, SplittableRandom random) {
        double chance = CHANCES.get(random.nextInt(CHANCES.size()));
        // a list that moves at each page is one that nobody can read
        double bounded = kind == FaultKind.MOVING_PAGES ? Math.min(chance, 0.1) : chance;
        return spec("vendor/" + kind.id(), String.format(Locale.ROOT, "%s@%.2f", kind.id(), bounded));
    }

    private static Act login(SplittableRandom random, World world) {
        List<FaultKind> ways = List.of(
                FaultKind.HTTP500,
                FaultKind.SYSTEM_ERROR,
                FaultKind.GARBAGE,
                FaultKind.NO_TOKEN,
                FaultKind.RESET,
                FaultKind.TIMEOUT,
                FaultKind.TOO_MANY,
                FaultKind.UNKNOWN_CODE);
        String way = "token:" + ways.get(random.nextInt(ways.size())).id() + "@1";
        Act act = spec("login/failing", way);
        return new Act(
                act.kind(),
                "tokens are void and logins fail: " + way,
                s -> {
                    s.vendorFault(way, true);
                    s.vendors().voidTokens();
                },
                act.end());
    }

    private static Act startedInVain() {
        return new Act(
                "login/down",
                "the vendors close every connection; SIGTERM, then run again",
                s -> {
                    s.vendorsDown(true);
                    s.vendors().voidTokens();
                    s.service().terminate();
                    s.service().revive();
                },
                s -> s.vendorsDown(false));
    }

    private static Act down(String kind) {
        return new Act(kind, "vendors close every connection", s -> s.vendorsDown(true), s -> s.vendorsDown(false));
    }

    /** The calls that try an open breaker are answered in each way there is, a login's among them. */
    private static Act oddReturn(SplittableRandom random, World world) {
        List<FaultKind> ways = List.of(
                FaultKind.DENIED,
                FaultKind.REJECTED,
                FaultKind.SYSTEM_ERROR,
                FaultKind.TOO_MANY,
                FaultKind.GARBAGE,
                FaultKind.TIMEOUT,
                FaultKind.UNKNOWN_CODE);
        boolean atLogin = world.has("iotbos") && random.nextBoolean();
        String way = (atLogin ? "token:" : "")
                + ways.get(random.nextInt(ways.size())).id() + "@1";
        return new Act(
                "vendor/odd-return",
                "vendors close every connection; then for " + UNTIL_TRIED.toSeconds()
                        + " s tokens are void and vendors: " + way,
                s -> s.vendorsDown(true),
                s -> {
                    s.vendors().voidTokens();
                    s.vendorFault(way, true);
                    s.vendorsBack(UNTIL_TRIED);
                    s.vendorFault(way, false);
                });
    }

    static Act spec(String kind, String spec) {
        return new Act(kind, "vendors: " + spec, s -> s.vendorFault(spec, true), s -> s.vendorFault(spec, false));
    }
}
