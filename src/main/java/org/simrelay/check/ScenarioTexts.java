package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Scenarios and their stubs, each parsed once for all that look at them in one check; for one thread. */
final class ScenarioTexts {

    // a folder of scenarios is small; what is larger is no sample
    private static final int MOST_BYTES = 1_000_000;

    private final Map<Path, JsonNode> read = new HashMap<>();

    /** The scenarios of a folder, its stubs, and the replies saved beside them, in order; none where there is no folder. */
    static List<Path> files(Path folder) {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.toString().matches(".*\\.(yaml|json)") && isSmall(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            // none are there
            return List.of();
        }
    }

    /** Those without the saved replies. */
    static List<Path> scenarios(Path folder) {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".yaml"))
                .toList();
    }

    private static boolean isSmall(Path file) {
        return Files.isRegularFile(file) && file.toFile().length() <= MOST_BYTES;
    }

    /** As {@link SampleItems#read}; what is not there is null. */
    JsonNode read(Path file) {
        return Objects.requireNonNull(read.computeIfAbsent(file, SampleItems::read));
    }
}
