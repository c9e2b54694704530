package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.Topics;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.FailureGroups;
import org.simrelay.lifecycle.OpenFailure;
import org.simrelay.lifecycle.OpenFailures;
import org.simrelay.records.Json;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.sweep.SweepEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simrelay replay [SWEEP|POLL] [--list]}: asks again for what stands open in sim.failures, or only shows it. */
@Command(
        name = "replay",
        description =
                "Asks again for what failed (all of it if nothing is named) and marks what is then published as done.")
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SWEEP|POLL", arity = "0..1", description = "a sweep's id, or a poll")
    private @Nullable String sweepOrPoll;

    @Option(names = "--list", description = "only show what is open, by poll and reason; asks no vendor")
    private boolean list;

    @Option(names = "--take-over", description = "though a service runs the accounts: it waits meanwhile")
    private boolean takeOver;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Installation home = Installation.open(Path.of(""), System.getenv());
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            list(home, out);
            return Exit.COMPLETE;
        }
        int exit = Exit.COMPLETE;
        Service service = ServiceStart.start(home, List.of(), takeOver);
        Thread onSignal = new Thread(() -> service.stop("the command was stopped"));
        Runtime.getRuntime().addShutdownHook(onSignal);
        OpenFailures open = service.replays().open(sweepOrPoll);
        if (open.size() == 0) {
            ReplayName.check(sweepOrPoll, home);
        }
        Console.line(out, open.size() + " open failures");
        service.replays().plan(open).forEach(line -> Console.line(out, line));
        out.flush();
        for (List<OpenFailure> next = open.next(); !next.isEmpty() && !service.isStopping(); next = open.next()) {
            for (Map.Entry<String, SweepEnd> end :
                    service.replays().replay(next).entrySet()) {
                Console.line(out, SweepLines.line(end.getKey(), end.getValue()));
                exit = Math.max(exit, Exit.of(end.getValue().result()));
            }
        }
        if (service.hasYielded()) {
            exit = Exit.FAILED;
        }
        if (!service.isStopping() || service.hasYielded()) {
            Runtime.getRuntime().removeShutdownHook(onSignal);
            service.close();
        }
        out.flush();
        return exit;
    }

    /** From Kafka alone: beside a service that runs it takes nothing from it. */
    private void list(Installation home, PrintWriter out) {
        WholeTopic topics = new WholeTopic(new KafkaSettings(home.settings()), System::nanoTime);
        FailureGroups groups = new FailureGroups();
        if (topics.isThere(Topics.FAILURES)) {
            new OpenFailures(topics, Json.MAPPER, sweepOrPoll).forEach(groups::add);
        }
        if (groups.list().isEmpty()) {
            ReplayName.check(sweepOrPoll, home);
        }
        FailureTable.lines(groups.list(), Instant.now()).forEach(line -> Console.line(out, line));
        out.flush();
    }
}
