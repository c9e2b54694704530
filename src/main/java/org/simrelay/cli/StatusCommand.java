package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.status.LedgerSnapshot;
import org.simrelay.status.PollStatus;
import org.simrelay.sweep.SweepId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simrelay status}: how each poll stands, from Kafka alone: whether or where the service runs does not matter. */
@Command(
        name = "status",
        description = "Says of each poll when it was complete last, how it ended, what stands open; from Kafka alone.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Installation home = Installation.open(Path.of(""), System.getenv());
        LedgerSnapshot snapshot = LedgerSnapshot.read(new KafkaSettings(home.settings()));
        List<PollStatus> polls = PollStatus.of(snapshot, here(home));
        PrintWriter out = spec.commandLine().getOut();
        Instant now = Instant.now();
        if (json) {
            Console.line(out, StatusJson.of(polls, now));
        } else {
            StatusTable.of(polls, now).forEach(line -> Console.line(out, line));
        }
        out.flush();
        return Exit.COMPLETE;
    }

    private static Set<String> here(Installation home) {
        Set<String> keys = new TreeSet<>();
        for (String poll : home.files().polls()) {
            for (String account : Accounts.names(home.settings(), RouteFiles.vendor(poll))) {
                keys.add(SweepId.key(poll, account));
            }
        }
        return keys;
    }
}
