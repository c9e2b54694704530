package org.simrelay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Mask;
import org.simrelay.schema.Schemas;
import org.simrelay.service.SavedReply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simrelay preview POLL}: one request, the reply, what was found in it, and the records that would come of it; nothing is published. */
@Command(
        name = "preview",
        description = "Asks one request of POLL and shows what would be published; publishes nothing.")
final class PreviewCommand extends PrintingCommand {

    @Parameters(paramLabel = "POLL", description = "the name of its file in routes/polls")
    @SuppressWarnings("NullAway.Init")
    private String poll;

    @Option(
            names = "--card",
            paramLabel = "N",
            description = "ask for this card alone; of a list that the vendor has, show this card alone")
    private @Nullable String card;

    @Option(
            names = "--reply",
            paramLabel = "FILE",
            description = "a reply that was saved, in place of the vendor's; needs no credentials, and no inventory")
    private @Nullable Path reply;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Override
    int print(PrintWriter out) throws IOException {
        Path file = reply;
        SavedReply saved = file == null ? null : new SavedReply(read(file));
        Installation home = saved == null ? Here.open() : Here.openWithStandIns(Map.of());
        PreviewLook look = PreviewLook.of(home, poll, card, saved);
        PreviewReport report = new PreviewReport(
                poll, look.preview(), card, look.records(), new SchemaVerdict(new Schemas(home.files())));
        if (json) {
            Console.line(out, report.json());
        } else {
            Colours colours = Colours.ofTerminal();
            report.lines().forEach(line -> out.println(colours.of(Mask.line(line))));
        }
        return report.isGood() ? Exit.COMPLETE : Exit.PARTIAL;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read (" + e.getMessage() + "); name a reply that was saved");
        }
    }
}
