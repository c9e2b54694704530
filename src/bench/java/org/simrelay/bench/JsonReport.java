package org.simrelay.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results for programs: a JSON list. */
final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    static void write(List<Result> results, Path file) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        for (Result result : results) {
            Result.Share share = result.ofFloor();
            list.addObject()
                    .put("workload", result.scenario().workload().vendor())
                    .put("latencyMs", result.scenario().latencyMs())
                    .put("program", result.program().label())
                    .put("cardsPerSecond", rounded(result.cardsPerSecond(), 0))
                    .put("ofFloor", rounded(share == null ? null : share.median(), 4))
                    .put("ofFloorQuarter", rounded(share == null ? null : share.low(), 4))
                    .put("ofFloorThreeQuarters", rounded(share == null ? null : share.high(), 4))
                    .put("cpuMicrosPerCard", rounded(result.cpuMicrosPerCard(), 2))
                    .put("peakMemoryMb", rounded(result.peakMemoryMb(), 0))
                    .put("rounds", result.rounds())
                    .put("gcMillis", rounded(result.gcMillis(), 1));
        }
        JSON.writeValue(file.toFile(), list);
    }

    private static @Nullable BigDecimal rounded(@Nullable Double value, int digits) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
