package org.simrelay.chaos.faults;

import java.util.List;
import java.util.SplittableRandom;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.world.Incidents.Sort;

/** The broker is well, and grants the service less: bytes a second, transactions, its group. Drawn only when asked for. */
final class ClientFaults {
    private static final int LONG = 8_000;
    private static final List<Double> RATES = List.of(500.0, 5_000.0, 50_000.0);

    private ClientFaults() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind("client/quota", 0, w -> true, LONG, (r, w) -> quota(r)),
                new Kind("client/no-transactions", 0, w -> true, LONG, (r, w) -> right(true)),
                new Kind("client/no-group", 0, w -> true, LONG, (r, w) -> right(false)));
    }

    private static Act quota(SplittableRandom random) {
        double bytes = RATES.get(random.nextInt(RATES.size()));
        return new Act(
                "client/quota",
                "Kafka's quota for the service is " + (int) bytes + " bytes a second",
                s -> {
                    s.incidents().add(Sort.KAFKA, "quota");
                    s.incidents().add(Sort.SILENT, "quota");
                    s.lane().quota(bytes);
                },
                s -> {
                    s.lane().quota(null);
                    s.incidents().add(Sort.KAFKA_WELL, "no quota");
                    s.incidents().add(Sort.HEARD, "no quota");
                });
    }

    private static Act right(boolean transactions) {
        String what = transactions ? "transactions" : "group";
        return new Act(
                "client/no-" + what,
                "the service may not use its " + what,
                s -> {
                    s.incidents().add(Sort.KAFKA, "no " + what);
                    s.incidents().add(Sort.SILENT, "no " + what);
                    s.lane().using(transactions, false);
                },
                s -> {
                    s.lane().using(transactions, true);
                    s.incidents().add(Sort.KAFKA_WELL, what);
                    s.incidents().add(Sort.HEARD, what);
                });
    }
}
