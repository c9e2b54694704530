package org.simrelay.bench.limits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.simrelay.bench.InventoryFile;

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
        return InventoryFile.write(folder, cards);
    }
}
