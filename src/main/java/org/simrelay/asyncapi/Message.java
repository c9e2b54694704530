package org.simrelay.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The message of a topic: headers, key, value and examples. */
final class Message {

    /** The version of AsyncAPI's bindings for Kafka. */
    static final String KAFKA_BINDING = "0.5.0";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DRAFT = "application/schema+json;version=2020-12";

    private Message() {}

    /** The message. */
    static ObjectNode of(TopicContract topic) {
        Envelope envelope = new Envelope(topic);
        ObjectNode message = JSON.objectNode()
                .put("name", topic.types().get(0))
                .put("title", topic.text("title", topic.topic()))
                .put("contentType", "application/json");
        describe(topic, message);
        message.set("headers", envelope.headers());
        ref(message.putObject("payload"), "components", "schemas", topic.name());
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.set("key", envelope.key());
        kafka.put("bindingVersion", KAFKA_BINDING);
        ArrayNode examples = JSON.arrayNode();
        for (JsonNode payload : topic.examples()) {
            ObjectNode example = examples.addObject();
            example.set("headers", envelope.example(payload));
            example.set("payload", payload);
        }
        if (!examples.isEmpty()) {
            message.set("examples", examples);
        }
        return message;
    }

    /** The schema as it stands in its file; one that uses what AsyncAPI's own form lacks keeps its draft. */
    static JsonNode payload(TopicContract topic) {
        if (!topic.schema().isThere()) {
            return JSON.objectNode().put("type", "object");
        }
        ObjectNode schema = topic.schema().json().deepCopy();
        schema.remove("$schema");
        if (topic.isLedger() || topic.schema().isCompiled()) {
            return schema;
        }
        ObjectNode formatted = JSON.objectNode().put("schemaFormat", DRAFT);
        formatted.set("schema", schema);
        return formatted;
    }

    /** What its schema says of a topic. */
    static void describe(TopicContract topic, ObjectNode node) {
        for (String keyword : List.of("description", "x-title-zh", "x-description-zh", "x-period")) {
            String text = topic.text(keyword, "");
            if (!text.isEmpty()) {
                node.put(keyword, text);
            }
        }
    }

    /** Refers to another part of the document. */
    static void ref(ObjectNode node, String... path) {
        node.put("$ref", "#/" + String.join("/", path));
    }
}
