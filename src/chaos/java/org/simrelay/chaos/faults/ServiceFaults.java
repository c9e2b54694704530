package org.simrelay.chaos.faults;

import java.util.List;
import java.util.SplittableRandom;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.grammar.World;

/** The service is killed, told to stop, paused; other commands run beside it. */
final class ServiceFaults {
    private ServiceFaults() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind(
                        "service/killed",
                        8,
                        w -> true,
                        (r, w) -> new Act(
                                "service/killed",
                                "kill -9, then run again",
                                s -> s.service().kill(),
                                s -> s.service().revive())),
                new Kind(
                        "service/stopped",
                        5,
                        w -> true,
                        (r, w) -> stopped("service/stopped", "SIGTERM, then run again")),
                new Kind(
                        "budget/stopped",
                        0,
                        w -> w.budget() > 0,
                        (r, w) -> stopped("budget/stopped", "with a daily budget: SIGTERM, then run again")),
                new Kind(
                        "service/paused",
                        3,
                        w -> true,
                        (r, w) -> new Act(
                                "service/paused",
                                "the service stands still (SIGSTOP)",
                                s -> s.service().pause(),
                                s -> s.service().resume())),
                new Kind("command/once", 0, w -> true, (r, w) -> command("command/once", "once", pick(w, r))),
                new Kind("command/replay", 0, w -> true, (r, w) -> command("command/replay", "replay", pick(w, r))),
                new Kind("command/run", 0, w -> true, (r, w) -> command("command/run", "run")));
    }

    private static Act stopped(String kind, String text) {
        return new Act(
                kind, text, s -> s.service().terminate(), s -> s.service().revive());
    }

    private static String pick(World world, SplittableRandom random) {
        return world.polls().get(random.nextInt(world.polls().size()));
    }

    private static Act command(String kind, String... arguments) {
        return Act.once(kind, String.join(" ", arguments) + " beside the service", s -> s.service()
                .command(arguments));
    }
}
