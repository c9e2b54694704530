package org.simrelay.chaos.faults;

import java.util.List;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.world.Incidents.Sort;

/** A second machine shares the accounts, and one of the two goes away or is cut off. Drawn only when asked for. */
final class MachineFaults {
    private MachineFaults() {}

    static List<Kind> kinds() {
        return List.of(
                kind(
                        "machine/joins",
                        "a second machine joins, and leaves (SIGTERM)",
                        s -> s.service().join(),
                        s -> s.service().leave()),
                kind(
                        "machine/killed",
                        "a second machine joins, and is killed",
                        s -> s.service().join(),
                        s -> s.service().killSecond()),
                kind("machine/rolled", "a rolling deploy", s -> s.service().roll(), Act.Effect.NONE),
                kind(
                        "machine/left-alone",
                        "a second machine joins, and the first is killed (kill -9), then run again",
                        s -> {
                            s.service().join();
                            s.service().kill();
                        },
                        s -> {
                            s.service().revive();
                            s.service().leave();
                        }),
                kind(
                        "machine/parted",
                        "a second machine joins, and is cut off from Kafka, not from the vendors",
                        s -> {
                            s.service().join();
                            s.incidents().add(Sort.SILENT, "cut off from Kafka");
                            s.lane().part(true);
                        },
                        s -> {
                            s.lane().part(false);
                            s.incidents().add(Sort.HEARD, "not any more");
                            s.service().leave();
                        }));
    }

    private static Kind kind(String name, String text, Act.Effect begin, Act.Effect end) {
        return new Kind(name, 0, world -> true, (random, world) -> new Act(name, text, begin, end));
    }
}
