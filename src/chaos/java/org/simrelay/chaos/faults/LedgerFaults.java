package org.simrelay.chaos.faults;

import java.util.List;
import java.util.SplittableRandom;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;

/** What the service says of its sweeps comes apart: some of it is refused, or the service is killed in between. */
final class LedgerFaults {
    private static final int LONG = 6_000;
    private static final int MOST_RECORDS = 4;
    private static final String FAILS = "rejected@0.2";

    private LedgerFaults() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind("ledger/half", 4, w -> true, LONG, (r, w) -> half(r)),
                new Kind("ledger/stubborn", 4, w -> true, LONG, (r, w) -> stubborn(r)),
                new Kind("ledger/killed", 5, w -> true, (r, w) -> killed(r)));
    }

    /** Sweeps stop, and can neither say so nor name what is left, but remember; then the service is told to stop. */
    private static Act half(SplittableRandom random) {
        List<String> silent = List.of("sim.sweeps", "sim.failures");
        Act refused = random.nextBoolean()
                ? KafkaFaults.right("ledger/half", silent)
                : KafkaFaults.limit("ledger/half", silent, KafkaFaults.TINY);
        String stop = "denied@1";
        return new Act(
                "ledger/half",
                "vendors: " + stop + " while " + refused.text() + ", then SIGTERM; all is mended, and run again",
                s -> {
                    refused.begin().on(s);
                    s.vendorFault(stop, true);
                },
                s -> {
                    s.service().terminate();
                    refused.end().on(s);
                    s.vendorFault(stop, false);
                    s.service().revive();
                });
    }

    /** Failures that their topic refuses, also when all else is well again: the sweeps that come then must not wait for them. */
    private static Act stubborn(SplittableRandom random) {
        int bytes = KafkaFaults.size(random);
        return new Act(
                "ledger/stubborn",
                "vendors: " + FAILS + ", and sim.failures takes no record over " + bytes
                        + " bytes, until each poll had a complete sweep in spite of it",
                s -> {
                    s.limitForGood("sim.failures", bytes);
                    s.vendorFault(FAILS, true);
                },
                s -> s.vendorFault(FAILS, false));
    }

    /** What a checkpoint lets the service forget must stand in Kafka by the time that the checkpoint does. */
    private static Act killed(SplittableRandom random) {
        int records = random.nextInt(1, MOST_RECORDS + 1);
        return new Act(
                "ledger/killed",
                "vendors: " + FAILS + ", and kill -9 the moment that " + records
                        + " checkpoints more are there, then run again",
                s -> {
                    s.vendorFault(FAILS, true);
                    s.killAtCheckpoint(records);
                },
                s -> {
                    s.vendorFault(FAILS, false);
                    s.service().revive();
                });
    }
}
