package org.simrelay.chaos.faults;

import java.util.List;
import java.util.SplittableRandom;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.world.Incidents.Sort;

/** The broker goes away, stands still, or a topic of it refuses records. */
final class KafkaFaults {
    private static final List<String> LEDGER = List.of("sim.sweeps", "sim.failures", "sim.checkpoints");
    static final int TINY = 80;
    private static final int SMALL = 700;

    private KafkaFaults() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind(
                        "kafka/killed",
                        3,
                        w -> true,
                        (r, w) -> new Act(
                                "kafka/killed",
                                "the broker is killed",
                                s -> {
                                    s.incidents().add(Sort.KAFKA, "killed");
                                    s.incidents().add(Sort.SILENT, "Kafka killed");
                                    s.lane().broker().kill();
                                },
                                s -> {
                                    s.lane().mend();
                                    s.incidents().add(Sort.KAFKA_WELL, "restarted");
                                    s.incidents().add(Sort.HEARD, "Kafka restarted");
                                })),
                new Kind(
                        "kafka/paused",
                        3,
                        w -> true,
                        (r, w) -> new Act(
                                "kafka/paused",
                                "the broker stands still (SIGSTOP)",
                                s -> {
                                    s.incidents().add(Sort.KAFKA, "paused");
                                    s.incidents().add(Sort.SILENT, "Kafka paused");
                                    s.lane().pause();
                                },
                                s -> {
                                    s.lane().mend();
                                    s.incidents().add(Sort.KAFKA_WELL, "goes on");
                                    s.incidents().add(Sort.HEARD, "Kafka goes on");
                                })),
                new Kind("right/ledger", 3, w -> true, (r, w) -> right("right/ledger", some(LEDGER, r))),
                new Kind("right/cards", 2, w -> true, (r, w) -> right("right/cards", some(topics(w), r))),
                new Kind("size/ledger", 4, w -> true, (r, w) -> limit("size/ledger", some(LEDGER, r), size(r))),
                new Kind("size/cards", 3, w -> true, (r, w) -> limit("size/cards", some(topics(w), r), size(r))));
    }

    static int size(SplittableRandom random) {
        return random.nextBoolean() ? TINY : SMALL;
    }

    private static List<String> topics(World world) {
        return world.polls().stream()
                .map(p -> "sim." + p.substring(p.indexOf('-') + 1))
                .toList();
    }

    private static List<String> some(List<String> of, SplittableRandom random) {
        List<String> some = of.stream().filter(t -> random.nextBoolean()).toList();
        return some.isEmpty() ? List.of(of.get(random.nextInt(of.size()))) : some;
    }

    static Act right(String kind, List<String> topics) {
        return new Act(
                kind,
                "the service may not write to " + topics,
                s -> {
                    s.incidents().add(Sort.KAFKA, "no right " + topics);
                    s.lane().writing(topics, false);
                },
                s -> {
                    s.lane().writing(topics, true);
                    s.incidents().add(Sort.KAFKA_WELL, "rights");
                });
    }

    static Act limit(String kind, List<String> topics, int bytes) {
        return new Act(
                kind,
                topics + " take no record over " + bytes + " bytes",
                s -> {
                    s.incidents().add(Sort.KAFKA, "limit " + topics);
                    s.lane().limit(topics, bytes);
                },
                s -> {
                    s.lane().limit(topics, null);
                    s.incidents().add(Sort.KAFKA_WELL, "no limit");
                });
    }
}
