package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.simrelay.config.Installation;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.sweep.SweepEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simrelay once [POLL…]}: each poll now, side by side, then the worst outcome as exit code. */
@Command(
        name = "once",
        description = "Runs each POLL now (all of them if none is named), then exits: 0 complete, 1 partial, 2 failed.")
final class OnceCommand implements Callable<Integer> {

    @Parameters(paramLabel = "POLL", arity = "0..*", description = "the name of its file in routes/polls")
    private List<String> polls = List.of();

    @Option(names = "--take-over", description = "though a service runs the accounts: it waits meanwhile")
    private boolean takeOver;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        Installation home = Installation.open(Path.of(""), System.getenv());
        Service service = ServiceStart.start(home, polls, takeOver);
        Thread onSignal = new Thread(() -> service.stop("the command was stopped"));
        Runtime.getRuntime().addShutdownHook(onSignal);
        Map<String, SweepEnd> ends =
                sweep(service, polls.isEmpty() ? home.files().polls() : polls);
        Runtime.getRuntime().removeShutdownHook(onSignal);
        service.close();
        PrintWriter out = spec.commandLine().getOut();
        int exit = Exit.COMPLETE;
        for (Map.Entry<String, SweepEnd> end : ends.entrySet()) {
            Console.line(out, SweepLines.line(end.getKey(), end.getValue()));
            exit = Math.max(exit, Exit.of(end.getValue().result()));
        }
        out.flush();
        return exit;
    }

    private static Map<String, SweepEnd> sweep(Service service, List<String> polls)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(polls.size());
        try {
            Map<String, Future<Map<String, SweepEnd>>> running = new LinkedHashMap<>();
            for (String poll : polls) {
                running.computeIfAbsent(
                        poll, p -> threads.submit(() -> service.byHand().sweep(p)));
            }
            Map<String, SweepEnd> ends = new LinkedHashMap<>();
            for (Future<Map<String, SweepEnd>> sweeps : running.values()) {
                ends.putAll(sweeps.get());
            }
            return ends;
        } finally {
            threads.shutdown();
        }
    }
}
