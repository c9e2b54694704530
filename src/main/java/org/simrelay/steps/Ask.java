package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.Map;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Sweep;

/** The {@code ask} of a query: JSLT that gives the parameters of a request. */
final class Ask {

    /** No parameters. */
    static final Ask NOTHING = new Ask("{}");

    private final Expression expression;
    private final boolean byTime;

    /** @throws IllegalArgumentException that shows the expression and what is wrong with it */
    Ask(String jslt) {
        this.expression = Jslt.expression(jslt);
        this.byTime = jslt.contains("$at");
    }

    /** Whether the parameters depend on when the sweep was due. */
    boolean isByTime() {
        return byTime;
    }

    /** @throws RequestFailure rejected, when it gives no object */
    ObjectNode of(Sweep sweep, Map<String, JsonNode> variables) throws RequestFailure {
        String why;
        try {
            if (expression.apply(variables, Json.MAPPER.createObjectNode()) instanceof ObjectNode parameters) {
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
