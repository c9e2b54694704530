package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.simrelay.scenario.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simrelay test [POLL…]}: plays the scenarios in routes/scenarios, without Kafka, network or credentials. */
@Command(
        name = "test",
        description = "Plays the scenarios of each POLL (of all if none is named) in routes/scenarios, without Kafka,"
                + " network or credentials, then exits: 0 all as expected, 1 one is not, 2 misconfigured.")
final class TestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "POLL", arity = "0..*", description = "the name of its folder in routes/scenarios")
    private List<String> polls = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int failed = new ScenarioRun(Path.of(""), line -> Console.line(out, line)).play(polls);
        out.flush();
        return failed == 0 ? Exit.COMPLETE : Exit.PARTIAL;
    }
}
