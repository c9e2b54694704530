package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** What the JSLT of a query may name. */
final class QueryVariables {

    private QueryVariables() {}

    /** @param size of a batch or page; 0 where there is none */
    static Map<String, JsonNode> of(Sweep sweep, Request request, int size) {
        Map<String, JsonNode> variables = new HashMap<>(request.variables());
        variables.put("at", TextNode.valueOf(sweep.asOf().toString()));
        variables.put("account", TextNode.valueOf(sweep.account().name()));
        if (size > 0) {
            variables.put("size", IntNode.valueOf(size));
        }
        return variables;
    }
}
