package org.simrelay.bench.limits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.simrelay.bench.vendor.Cards;

/**
 * Where something is measured.
 *
 * @param folder for files
 * @param brokers Kafka's address
 * @param report one object a measurement
 */
record Bed(Path folder, String brokers, ArrayNode report) {

    /** Prints a result and adds it to the report. */
    ObjectNode result(String limit, String text) {
        System.out.println(limit + ": " + text);
        return report.addObject().put("limit", limit);
    }

    /** An inventory of so many cards. */
    Path inventory(int cards) {
        Path file = folder.resolve("cards-" + cards + ".csv").toAbsolutePath();
        try (var writer = Files.newBufferedWriter(file)) {
            writer.write("card\n");
            for (int place = 0; place < cards; place++) {
                writer.write(Cards.number(place));
                writer.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
