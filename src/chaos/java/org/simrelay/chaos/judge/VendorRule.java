package org.simrelay.chaos.judge;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.world.Incidents.Sort;
import org.simrelay.sandbox.vendor.SeenRequest;

/** The vendors' rules are kept: form, signatures, transids, pace and budget. */
final class VendorRule implements Rule {
    private static final int WINDOW = 5;
    /** What a checkpoint's interval and what is in flight may come to, for a budget that a kill cuts off. */
    private static final int INTERVAL = 3;

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        evidence.seen().stream()
                .filter(s -> s.violation() != null)
                .limit(3)
                .forEach(s -> found.accept(new Finding(
                        "violation",
                        s.violation() + ": " + s.path() + " " + s.parameters().keySet())));
        boolean second = evidence.incidents().any(Instant.MIN, Instant.MAX, Sort.SECOND);
        if (!second) {
            pace(evidence, "/v2/", found);
            pace(evidence, "/Api/", found);
            budget(evidence, found);
        }
    }

    private static void pace(Evidence evidence, String path, Consumer<Finding> found) {
        World world = evidence.story().world();
        List<SeenRequest> seen =
                evidence.seen().stream().filter(s -> s.path().startsWith(path)).toList();
        // a bucket that begins full, and what a busy machine lets arrive late
        int most = WINDOW * world.pace() + world.pace() + world.concurrency() + 2;
        if (evidence.lag().toSeconds() > WINDOW) {
            return;
        }
        int from = 0;
        for (int to = 0; to < seen.size(); to++) {
            while (seen.get(from).at().plusSeconds(WINDOW).isBefore(seen.get(to).at())) {
                from++;
            }
            if (to - from + 1 > most) {
                found.accept(new Finding(
                        "pace",
                        (to - from + 1) + " requests in " + WINDOW + " s, up to "
                                + seen.get(to).at() + "; " + most + " are the most"));
                return;
            }
        }
    }

    private static void budget(Evidence evidence, Consumer<Finding> found) {
        World world = evidence.story().world();
        if (world.budget() == 0) {
            return;
        }
        long spent = evidence.seen().stream()
                .filter(s -> s.path().startsWith("/Api/"))
                .count();
        long kills = evidence.incidents().all().stream()
                .filter(i -> i.sort() == Sort.GONE || i.sort() == Sort.KAFKA)
                .count();
        long most = world.budget() + kills * (INTERVAL * world.pace() + world.concurrency());
        if (spent > most) {
            found.accept(new Finding("budget", spent + " requests of " + world.budget() + " a day"));
        }
    }
}
