package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an expression makes its digests over, for who looks why a vendor refuses a signature. */
public final class DigestedTexts {

    private DigestedTexts() {}

    /**
     * A line for each digest, in the order they are made, such as {@code sha256 over "100001***0001"}; a digest within another is
     * named and not made. Empty where the expression cannot be evaluated with these variables.
     *
     * @param variables without secrets: a stand-in for each
     */
    public static List<String> of(String jslt, Map<String, JsonNode> variables, JsonNode input) {
        List<String> lines = new ArrayList<>();
        try {
            Expression expression = Jslt.expression(jslt, telling(lines));
            JsonNode unused = expression.apply(variables, input);
            return lines;
        } catch (JsltException e) {
            return List.of();
        }
    }

    private static List<Function> telling(List<String> lines) {
        List<Function> functions = new ArrayList<>();
        for (Function function : DigestFunctions.ALL) {
            functions.add(
                    function.getName().equals("sorted")
                            ? function
                            : new NamedFunction(
                                    function.getName(),
                                    function.getMinArguments(),
                                    given -> told(function.getName(), given, lines)));
        }
        return functions;
    }

    // the first argument is the algorithm, the last the text; between them stands a key, which is not shown
    private static JsonNode told(String function, JsonNode[] given, List<String> lines) {
        String name = (function.startsWith("hmac") ? "hmac-" : "")
                + given[0].asText()
                + (function.endsWith("-base64") ? "-base64" : "");
        lines.add(name + " over \"" + given[given.length - 1].asText() + "\"");
        return TextNode.valueOf("<" + name + ">");
    }
}
