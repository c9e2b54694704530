package org.simrelay.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.account.Accounts;
import org.simrelay.cluster.Owners;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.status.LedgerSnapshot;
import org.simrelay.status.LedgerView;
import org.simrelay.status.PollStatus;
import org.simrelay.sweep.SweepId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simrelay status}: how each poll stands, from Kafka alone: whether or where the service runs does not matter. */
@Command(
        name = "status",
        description = "Says of each poll when it was complete last, how it ended, what stands open; from Kafka alone.")
final class StatusCommand extends PrintingCommand {

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Override
    int print(PrintWriter out) {
        Installation home = Here.open();
        KafkaSettings kafka = new KafkaSettings(home.settings());
        LedgerView ledger = LedgerSnapshot.read(kafka);
        List<PollStatus> polls = PollStatus.of(ledger, here(home), new Owners(kafka).living(ledger.owners()));
        Instant now = Instant.now();
        if (json) {
            Console.line(out, StatusJson.of(polls, now));
        } else {
            StatusTable.of(polls, now).forEach(line -> Console.line(out, line));
        }
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
