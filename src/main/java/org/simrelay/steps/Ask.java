package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.time.Instant;
import java.util.Map;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The {@code ask} of a query: JSLT that gives the parameters of a request. */
final class Ask {

    /** No parameters. */
    static final Ask NOTHING = new Ask("{}");

    private final Expression expression;
    private final QueryVariables variables;
    private final boolean byTime;

    /** @throws IllegalArgumentException that shows the expression and what is wrong with it */
    Ask(String jslt) {
        this.expression = Jslt.expression(jslt);
        this.variables = new QueryVariables(jslt);
        this.byTime = jslt.contains("$at");
    }

    /** Whether the parameters depend on when the sweep was due. */
    boolean isByTime() {
        return byTime;
    }

    /** Whether the parameters are the same at two times; not where that cannot be told. */
    boolean isSame(Instant one, Instant other) {
        if (!byTime || one.equals(other)) {
            return true;
        }
        try {
            return expression
                    .apply(at(one), Json.MAPPER.createObjectNode())
                    .equals(expression.apply(at(other), Json.MAPPER.createObjectNode()));
        } catch (JsltException e) {
            return false;
        }
    }

    /** Anything will do for the others, which are the same at both. */
    private static Map<String, JsonNode> at(Instant due) {
        TextNode any = TextNode.valueOf("1");
        return Map.of(
                "at", TextNode.valueOf(due.toString()),
                "account", any,
                "card", any,
                "cards", Json.MAPPER.createArrayNode().add("1"),
                "page", IntNode.valueOf(1),
                "size", IntNode.valueOf(1),
                "cursor", any);
    }

    /**
     * The parameters of a request.
     *
     * @param size of a batch or page; 0 where there is none
     * @throws RequestFailure rejected, when it gives no object
     */
    ObjectNode of(Sweep sweep, Request request, int size) throws RequestFailure {
        String why;
        try {
            if (expression.apply(variables.of(sweep, request, size), Json.MAPPER.createObjectNode())
                    instanceof ObjectNode parameters) {
                return parameters;
            }
            why = "it gives no object";
        } catch (JsltException e) {
            why = e.getMessage();
        }
        throw new RequestFailure(
                Outcome.REJECTED, null, "\"ask\" of " + sweep.id().poll() + ": " + why + "; mend it");
    }
}
