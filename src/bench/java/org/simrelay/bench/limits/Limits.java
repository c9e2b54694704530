package org.simrelay.bench.limits;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.simrelay.bench.Bounds;
import org.simrelay.sandbox.Broker;

/**
 * Measures what the service promises beside its speed: an exact pace, fresh records, memory and cost that do not grow with the
 * fleet, polls that do not stand in each other's way, a start in a second or two, and that little is enough. Run by
 * {@code mvn -q -B -Pbench verify -Dbench.main=org.simrelay.bench.limits.Limits}, or with {@code -Dbench.limits=pace,growth}
 * for some of it.
 */
public final class Limits {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path REPORT = Path.of("target", "bench-limits.json");
    private static final Duration RUN = Duration.ofMinutes(40);

    private Limits() {}

    /**
     * Runs to the end, in the folder of the project.
     *
     * @throws IOException when its files cannot be written
     */
    public static void main(String[] args) throws IOException {
        Bounds.keep(RUN);
        String asked = System.getProperty("bench.limits", "").strip();
        List<String> names =
                List.of((asked.isEmpty() ? "pace,freshness,growth,six-polls,start,small" : asked).split(",", -1));
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "limits-");
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ArrayNode report = json.createArrayNode();
        for (String name : names) {
            // what the service remembers in Kafka, the size of an inventory, is not the next one's
            Path kafka = folder.resolve("kafka-" + name);
            try (Broker broker = Broker.start(kafka)) {
                measure(name, new Bed(folder, broker.bootstrapServers(), report));
            }
            Utils.delete(kafka.toFile());
        }
        json.writeValue(REPORT.toFile(), report);
    }

    private static void measure(String name, Bed bed) throws IOException {
        switch (name) {
            case "pace" -> Pace.measure(bed);
            case "freshness" -> Freshness.measure(bed);
            case "growth" -> Growth.measure(bed);
            case "six-polls" -> SixPolls.measure(bed);
            case "start" -> StartUp.measure(bed);
            case "small" -> SmallMachine.measure(bed);
            default ->
                throw new IllegalArgumentException("bench.limits names \"" + name
                        + "\"; it may be pace, freshness, growth, six-polls, start, small");
        }
    }
}
