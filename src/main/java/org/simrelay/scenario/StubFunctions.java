package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.mapping.Jslt;

/** What the JSLT of a stub may use beside JSLT's own functions. */
final class StubFunctions {

    private StubFunctions() {}

    static List<Function> all() {
        List<Function> functions = new ArrayList<>(List.of(
                new Named("cards", 1, 1, arguments -> cards(text(arguments[0]))),
                new Named("pad", 2, 3, StubFunctions::pad),
                new Named(
                        "base64",
                        1,
                        1,
                        arguments -> TextNode.valueOf(Base64.getEncoder()
                                .encodeToString(text(arguments[0]).getBytes(StandardCharsets.UTF_8))))));
        // a vendor checks what it was signed with
        functions.addAll(Jslt.digests());
        return functions;
    }

    /** {@code cards("1..3,7")}: each card of a list with commas, in which ranges may stand. */
    private static JsonNode cards(String list) {
        ArrayNode cards = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(list.split(",", -1)).flatMap(CardRange::each).forEach(cards::add);
        return cards;
    }

    /** {@code pad(text, size, with)}: made longer behind, up to a size, with blanks or what is given. */
    private static JsonNode pad(JsonNode[] arguments) {
        String text = text(arguments[0]);
        String with = arguments.length > 2 ? text(arguments[2]) : " ";
        int lacking = Math.max(0, arguments[1].intValue() - text.length());
        return TextNode.valueOf(text + with.repeat(lacking / with.length()));
    }

    private static String text(JsonNode value) {
        return value.asText();
    }

    /** What a function does. */
    private interface Body {
        JsonNode of(JsonNode[] arguments);
    }

    /** A function by its name. */
    private record Named(String name, int least, int most, Body body) implements Function {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public int getMinArguments() {
            return least;
        }

        @Override
        public int getMaxArguments() {
            return most;
        }

        @Override
        public JsonNode call(@Nullable JsonNode input, JsonNode[] arguments) {
            return body.of(arguments);
        }
    }
}
