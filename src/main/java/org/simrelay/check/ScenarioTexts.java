package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Scenarios and their stubs, each parsed once for all that look at them in one check; for one thread. */
final class ScenarioTexts {

    private final Map<Path, JsonNode> read = new HashMap<>();

    /** As {@link SampleItems#read}; what is not there is null. */
    JsonNode read(Path file) {
        return Objects.requireNonNull(read.computeIfAbsent(file, SampleItems::read));
    }
}
