package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.simrelay.records.Json;

/** What the scenarios of a poll answer, and where: their stubs, and those that they call by name. */
final class ShownAnswers {

    private static final List<String> METHODS = List.of("get", "post", "put");

    /**
     * An answer.
     *
     * @param scenario its file
     * @param method in capitals
     * @param path without a query
     * @param body missing where it is no JSON, or made of the request
     */
    record Answer(Path scenario, String method, String path, JsonNode body) {}

    private ShownAnswers() {}

    /** Those of the scenarios of one poll; none where it has none. */
    static List<Answer> of(Path scenarios, String poll, ScenarioTexts texts) {
        List<Answer> answers = new ArrayList<>();
        Path folder = scenarios.resolve(poll);
        JsonNode shared = texts.read(scenarios.resolve("stubs.yaml"));
        JsonNode own = texts.read(folder.resolve("stubs.yaml"));
        for (Path file : ScenarioTexts.scenarios(folder)) {
            texts.read(file).path("given").path("vendor").forEach(stub -> add(file, stub, own, shared, answers));
        }
        return answers;
    }

    private static void add(Path file, JsonNode stub, JsonNode own, JsonNode shared, List<Answer> answers) {
        String name = stub.isTextual() ? stub.textValue() : stub.path("stub").asText();
        JsonNode found = name.isEmpty() ? stub : own.has(name) ? own.path(name) : shared.path(name);
        Map<String, String> with = new LinkedHashMap<>();
        found.path("with")
                .properties()
                .forEach(field -> with.put(field.getKey(), field.getValue().asText("")));
        stub.properties()
                .forEach(field -> with.put(field.getKey(), field.getValue().asText("")));
        for (String method : METHODS) {
            if (found.path(method).isTextual()) {
                JsonNode body = stub.has("body") ? stub.path("body") : found.path("body");
                answers.add(new Answer(
                        file,
                        method.toUpperCase(Locale.ROOT),
                        filled(found.path(method).textValue(), with),
                        body(body, with)));
            }
        }
    }

    private static JsonNode body(JsonNode body, Map<String, String> with) {
        return body.isTextual()
                ? SampleItems.json(Json.MAPPER.getNodeFactory().textNode(filled(body.textValue(), with)))
                : body;
    }

    private static String filled(String text, Map<String, String> with) {
        String filled = text;
        for (Map.Entry<String, String> one : with.entrySet()) {
            filled = filled.replaceAll("\\$" + one.getKey() + "\\b", Matcher.quoteReplacement(one.getValue()));
        }
        return filled;
    }
}
