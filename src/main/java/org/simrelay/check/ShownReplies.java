package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The replies that the stubs of scenarios give, as far as they can be told without a request. */
final class ShownReplies {

    private final List<JsonNode> plain = new ArrayList<>();
    private final List<JsonNode> made = new ArrayList<>();
    private final ScenarioTexts texts;
    private boolean isWhole = true;

    ShownReplies(ScenarioTexts texts) {
        this.texts = texts;
    }

    /** Those that stand there as they go out. */
    List<JsonNode> plain() {
        return plain;
    }

    /** Those with parts that are made of the request, without these parts. */
    List<JsonNode> made() {
        return made;
    }

    /** Whether there is none of which nothing is known. */
    boolean isWhole() {
        return isWhole;
    }

    /** Adds what a stub of a scenario answers. */
    void add(JsonNode stub, Path scenario) {
        String name = stub.isTextual() ? stub.textValue() : stub.path("stub").asText();
        if (!name.isEmpty()) {
            named(name, stub, scenario);
        } else {
            replies(stub);
        }
    }

    private void named(String name, JsonNode stub, Path scenario) {
        boolean hasOwn = stub.has("body") || stub.has("jslt");
        Path beside = scenario.resolveSibling("stubs.yaml");
        Path above = scenario.resolveSibling("").resolveSibling("stubs.yaml");
        JsonNode found = hasOwn ? stub : texts.read(beside).path(name);
        if (!hasOwn && (!Files.exists(beside) || found.isMissingNode())) {
            found = texts.read(above).path(name);
        }
        if (found.isMissingNode()) {
            isWhole = false;
        } else {
            replies(found);
        }
    }

    private void replies(JsonNode stub) {
        if (stub.path("jslt").isTextual()) {
            JsltReplies replies = JsltReplies.of(stub.path("jslt").textValue());
            plain.addAll(replies.plain());
            made.addAll(replies.made());
            isWhole &= replies.isWhole();
        } else if (stub.has("base64")) {
            isWhole = false;
        } else {
            plain.add(SampleItems.json(stub.path("body")));
        }
    }
}
