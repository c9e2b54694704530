package org.simrelay.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.records.Json;
import org.simrelay.schema.Schema;
import org.simrelay.schema.Schemas;

/** Looks whether the schema of a query takes the word by which the event of a card says that it has left, which no mapping gives. */
final class GoneEvents {

    private GoneEvents() {}

    /** What is wrong: messages with file, line and remedy. */
    static List<String> problems(RouteFile poll, QueryText query, RouteSet set) {
        Schema schema;
        try {
            schema = Schemas.read(set.schema(RouteFiles.query(poll.id())));
        } catch (IllegalArgumentException e) {
            // said where the schema itself is looked at
            return List.of();
        }
        if (!schema.isThere()) {
            return List.of();
        }
        String cleared = wrong(query.bean().property("cleared"), "true", "status", "cleared", schema, poll);
        String left = wrong(query.bean().property("leaves"), "event", "result", "left", schema, poll);
        return cleared != null ? List.of(cleared) : left != null ? List.of(left) : List.of();
    }

    private static @Nullable String wrong(
            BeanText.@Nullable Property property, String on, String field, String word, Schema schema, RouteFile poll) {
        if (property == null || !property.value().equals(on)) {
            return null;
        }
        // of the other fields the mapping says what they are without an item
        ObjectNode value = Json.MAPPER.createObjectNode().put(field, word);
        return schema.misfits(value).stream()
                .filter(misfit -> misfit.field().equals(field))
                .findFirst()
                .map(misfit -> poll.path() + " line " + property.line() + ": " + property.name() + " is " + on
                        + ", but the schema does not take its event, whose \"" + field + "\" is \"" + word + "\" ("
                        + misfit.message() + "); allow it in " + schema.file())
                .orElse(null);
    }
}
