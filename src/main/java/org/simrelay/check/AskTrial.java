package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;
import org.simrelay.steps.Call;

/** Works out what a query asks in its first request: an object of parameters that can travel as the vendor's call lets them. */
final class AskTrial {

    private static final String CARD = "1060000000001";
    private static final String NONE = "{}";

    private AskTrial() {}

    /** What a request asks with; no fields where there are none, or it cannot be worked out. */
    static ObjectNode parameters(QueryText query) {
        try {
            return ask(query) instanceof ObjectNode parameters ? parameters : Json.MAPPER.createObjectNode();
        } catch (JsltException | IllegalArgumentException e) {
            // said by problems, or where the JSLT is read
            return Json.MAPPER.createObjectNode();
        }
    }

    /** What is wrong: messages with file, line, the column where it is known, and remedy. */
    static List<String> problems(RouteFile file, QueryText query, RouteSet set) {
        BeanText.Property ask = query.bean().property("ask");
        if (ask == null || ask.value().isBlank() || ask.value().contains("{{")) {
            return List.of();
        }
        String place = file.path() + " line " + ask.line() + ": ask";
        JsonNode asked;
        try {
            asked = ask(query);
        } catch (IllegalArgumentException e) {
            // said where the JSLT is read
            return List.of();
        } catch (JsltException e) {
            if (e.getMessageWithoutLocation().startsWith("No such variable")) {
                // said where the JSLT is read
                return List.of();
            }
            JsltProblem problem = JsltProblem.of(ask.value(), e);
            return List.of(file.path()
                    + new PropertyPlaces(file.text()).of(ask, problem.near(), problem.offset()) + ": ask: "
                    + problem.words());
        }
        if (!asked.isObject()) {
            return List.of(place + " gives no object but " + asked
                    + "; write an object, {\"<parameter>\": …}, whose fields are the request's parameters");
        }
        List<String> wrong = new ArrayList<>();
        if (!sendsJson(file.vendor(), set)) {
            PropertyPlaces places = new PropertyPlaces(file.text());
            asked.properties().stream()
                    .filter(field -> field.getValue().isContainerNode())
                    .forEach(field -> wrong.add(file.path()
                            + places.of(ask, "\"" + field.getKey() + "\"", 0) + ": ask: "
                            + field.getKey() + " is " + (field.getValue().isArray() ? "a list" : "an object")
                            + ", which stands in no address or form; make it one text, such as join($cards, \",\")"));
        }
        return wrong;
    }

    private static JsonNode ask(QueryText query) {
        String jslt = query.value("ask");
        int size = Math.max(query.bean().number("batch"), query.bean().number("page"));
        Map<String, JsonNode> variables = new HashMap<>(Map.of(
                "at", TextNode.valueOf("2026-11-22T08:00:01Z"),
                "account", TextNode.valueOf("main"),
                "cursor", TextNode.valueOf("1"),
                "page", IntNode.valueOf(1),
                "size", IntNode.valueOf(Math.max(1, size)),
                "card", TextNode.valueOf(CARD),
                "cards", Json.MAPPER.createArrayNode().add(CARD)));
        return Jslt.expression(jslt == null || jslt.isBlank() ? NONE : jslt)
                .apply(variables, Json.MAPPER.createObjectNode());
    }

    /** Whether parameters travel in a JSON body, or may be joined by a call that looks at them one by one. */
    private static boolean sendsJson(String vendor, RouteSet set) {
        return set.files()
                .filter(other -> other.id().equals(vendor + "-call"))
                .flatMap(other -> other.beans().stream())
                .filter(bean -> bean.is(Call.class))
                .anyMatch(call -> call.has("json") || picks(call.value("query")) || picks(call.value("form")));
    }

    private static boolean picks(@Nullable String jslt) {
        return jslt != null && !jslt.strip().equals(".") && !jslt.strip().endsWith("+ .");
    }
}
