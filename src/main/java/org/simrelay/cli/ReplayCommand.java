package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simrelay.replay.OpenFailure;
import org.simrelay.service.Home;
import org.simrelay.service.Service;
import org.simrelay.sweep.SweepEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simrelay replay [SWEEP|POLL]}: asks again for what stands open in sim.failures. */
@Command(
        name = "replay",
        description =
                "Asks again for what failed (all of it if nothing is named) and marks what is then published as done.")
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SWEEP|POLL", arity = "0..1", description = "a sweep's id, or a poll")
    private @Nullable String sweepOrPoll;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.open(Path.of(""), System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        int exit = Exit.COMPLETE;
        try (Service service = Service.start(home, List.of())) {
            List<OpenFailure> open = service.openFailures(home, sweepOrPoll);
            out.println(open.size() + " open failures");
            Map<String, SweepEnd> ends = service.replay(open);
            for (Map.Entry<String, SweepEnd> end : ends.entrySet()) {
                out.println(Ends.line(end.getKey(), end.getValue()));
                exit = Math.max(exit, Exit.of(end.getValue().outcome()));
            }
        }
        out.flush();
        return exit;
    }
}
