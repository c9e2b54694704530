package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.service.Service;
import org.simrelay.sweep.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simrelay preview POLL}: one request, the reply, and the records that would come of it; nothing is published. */
@Command(
        name = "preview",
        description = "Asks one request of POLL and shows what would be published; publishes nothing.")
final class PreviewCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 10;
    private static final Set<String> BOOKS = Set.of("sim.sweeps", "sim.checkpoints");

    @Parameters(paramLabel = "POLL", description = "the name of its file in routes/polls")
    @SuppressWarnings("NullAway.Init")
    private String poll;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Installation home = Installation.open(Path.of(""), System.getenv());
        DryRunKafka kafka = new DryRunKafka();
        Preview preview;
        try (Service service = Service.dryRun(home, List.of(poll), kafka)) {
            preview = service.preview(poll);
        }
        PrintWriter out = spec.commandLine().getOut();
        Console.line(out, "request  " + shown(preview.request(), "none went out"));
        Console.line(out, "reply    " + shown(preview.reply(), "none came"));
        List<DryRunRecord> records = kafka.records().stream()
                .filter(record -> !BOOKS.contains(record.topic()))
                .toList();
        records.stream().limit(MOST_SHOWN).forEach(record -> Console.line(out, line(record)));
        if (records.size() > MOST_SHOWN) {
            Console.line(out, "… and " + (records.size() - MOST_SHOWN) + " more");
        }
        out.flush();
        boolean failed = records.stream().anyMatch(record -> record.topic().equals("sim.failures"));
        return failed || preview.reply() == null ? Exit.PARTIAL : Exit.COMPLETE;
    }

    private static String shown(@Nullable String text, String none) {
        return text == null || text.isEmpty() ? "(" + none + ")" : text;
    }

    private static String line(DryRunRecord record) {
        return record.topic() + "  " + record.key() + "  " + record.value();
    }
}
