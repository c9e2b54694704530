package org.simrelay.check;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.simrelay.config.Nearest;
import org.simrelay.schema.Schema;

/** Holds the keys that a mapping gives against those that the values of its topic have. */
final class MappingKeys {

    private final Path file;
    private final MappingText text;
    private final Schema schema;
    private final SampleItems samples;
    private final Problems problems;

    MappingKeys(Path file, MappingText text, Schema schema, SampleItems samples, Problems problems) {
        this.file = file;
        this.text = text;
        this.schema = schema;
        this.samples = samples;
        this.problems = problems;
    }

    boolean isKnown(String key) {
        return !schema.isThere()
                || schema.json().path("additionalProperties").asBoolean(true)
                || schema.json().path("properties").has(key);
    }

    /** Those that a value of the topic has, by its schema or, where there is none, by the scenarios. */
    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        schema.json().path("properties").fieldNames().forEachRemaining(known::add);
        return known.isEmpty() ? samples.keys() : known;
    }

    /** Those that it must give. */
    Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(List.of("card"));
        // what properties lacks is said of the schema
        schema.json().path("required").forEach(key -> {
            if (schema.json().path("properties").has(key.asText())) {
                wanted.add(key.asText());
            }
        });
        if (!schema.isThere()) {
            wanted.addAll(samples.keys());
        }
        return wanted;
    }

    /** @param given the keys that the mapping gave */
    void look(Set<String> given) {
        Set<String> known = known();
        String source = schema.isThere() ? schema.file() : "the records that its scenarios expect";
        boolean open =
                schema.isThere() && schema.json().path("additionalProperties").asBoolean(true);
        given.stream()
                .filter(key -> !known.isEmpty() && !open && !known.contains(key))
                .forEach(key -> problems.add(file
                        + text.placeOfKey(key) + ": " + key + " is no key of the topic's records"
                        + Nearest.text(key, known) + "; mend it, or add it to " + source));
        wanted().stream()
                .filter(key -> !given.contains(key))
                .forEach(key -> problems.add(file + " line "
                        + text.lastLine() + ": the mapping gives no \"" + key + "\""
                        + (key.equals("card")
                                ? ", the card's number; add \"card\": $card"
                                : ", which " + source
                                        + " asks for; add it, as null where the vendor does not say it")));
    }
}
