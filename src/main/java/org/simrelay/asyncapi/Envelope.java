package org.simrelay.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Headers and key of a topic's records: a CloudEvent in Kafka's binary mode. */
final class Envelope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SWEEP = "@2026-11-22T08:00:00Z";

    private final TopicContract topic;

    Envelope(TopicContract topic) {
        this.topic = topic;
    }

    /** The schema of the headers. */
    ObjectNode headers() {
        ObjectNode schema = JSON.objectNode().put("type", "object");
        ObjectNode fields = JSON.objectNode();
        text(fields, "ce_specversion", "").put("const", "1.0");
        text(
                fields,
                "ce_id",
                topic.isLedger()
                        ? ledgerId()
                        : "<sweep>/<card>, the same when a record is sent again: drop duplicates by it, the later ce_time counts");
        text(fields, "ce_source", "/<vendor>/<account>: who answered");
        ObjectNode type = text(fields, "ce_type", "The kind of record, and the version of its value");
        if (topic.types().size() == 1) {
            type.put("const", topic.types().get(0));
        } else {
            topic.types().forEach(type.withArray("enum")::add);
        }
        text(fields, "ce_subject", topic.isLedger() ? "The poll or account that it is about" : "The card");
        text(fields, "ce_time", topic.isLedger() ? "When it happened" : "When the vendor answered")
                .put("format", "date-time");
        text(fields, "ce_sweep", "The sweep: <poll>@<when it was due, UTC>");
        text(fields, "content-type", "").put("const", "application/json");
        ArrayNode required = schema.putArray("required");
        fields.fieldNames().forEachRemaining(required::add);
        if (topic.name().equals("checkpoints")) {
            // who has an account is said of no sweep
            required.remove(names(fields).indexOf("ce_sweep"));
        }
        schema.set("properties", fields);
        return schema;
    }

    private static List<String> names(ObjectNode fields) {
        List<String> names = new ArrayList<>();
        fields.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private String ledgerId() {
        return "One ce_id is one fact; the same when a record is sent again";
    }

    /** The schema of the key. */
    ObjectNode key() {
        String what =
                switch (topic.name()) {
                    case "sweeps" -> "The poll; of another account than main <poll>.<account>";
                    case "failures" -> "The failure's id";
                    case "checkpoints" -> "The service's own";
                    default ->
                        topic.schema()
                                .json()
                                .path("properties")
                                .path("card")
                                .path("title")
                                .asText("Card number");
                };
        return JSON.objectNode().put("type", "string").put("description", what);
    }

    /** The headers of an example. */
    ObjectNode example(JsonNode payload) {
        String poll = topic.isLedger()
                ? payload.path("poll").asText("poll")
                : topic.polls().iterator().next();
        String sweep = poll + SWEEP;
        String card = payload.path("card").asText("");
        String id = topic.isLedger()
                ? payload.path("id").asText(sweep) + "/"
                        + payload.path("status").asText(payload.path("phase").asText("cards"))
                : sweep + "/" + card;
        ObjectNode headers = JSON.objectNode();
        return headers.put("ce_specversion", "1.0")
                .put("ce_id", id)
                .put("ce_source", "/" + poll.substring(0, poll.indexOf('-')) + "/main")
                .put("ce_type", topic.types().get(topic.types().size() == 1 ? 0 : 2))
                .put("ce_subject", topic.isLedger() ? poll : card)
                .put("ce_time", "2026-11-22T08:00:03.104Z")
                .put("ce_sweep", sweep)
                .put("content-type", "application/json");
    }

    private static ObjectNode text(ObjectNode fields, String name, String description) {
        ObjectNode field = fields.putObject(name).put("type", "string");
        return description.isEmpty() ? field : field.put("description", description);
    }
}
