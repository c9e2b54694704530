package org.simrelay.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.records.Json;
import org.simrelay.schema.Misfit;
import org.simrelay.schema.Schema;
import org.simrelay.schema.Schemas;

/** Looks whether the schema of a query takes the event of a card that has left, which no mapping makes. */
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
        ObjectNode value = Json.MAPPER.createObjectNode();
        schema.json().path("properties").fieldNames().forEachRemaining(value::putNull);
        value.put("card", "1060000000001").put(field, word);
        List<Misfit> misfits = schema.misfits(value);
        return misfits.isEmpty()
                ? null
                : poll.path() + " line " + property.line() + ": " + property.name() + " is " + on
                        + ", but the schema does not take its event, {\"card\": …, \"" + field + "\": \"" + word
                        + "\"} with all else null (" + misfits.get(0).message() + "); allow it in " + schema.file();
    }
}
