package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** What the JSLT of a query may name; what it does not is not made, since each request asks for it. */
final class QueryVariables {

    /** All of them. */
    static final QueryVariables ALL = new QueryVariables("$at $account $size");

    private final boolean at;
    private final boolean account;
    private final boolean size;

    QueryVariables(String jslt) {
        this.at = jslt.contains("$at");
        this.account = jslt.contains("$account");
        this.size = jslt.contains("$size");
    }

    /** @param size of a batch or page; 0 where there is none */
    Map<String, JsonNode> of(Sweep sweep, Request request, int size) {
        Map<String, JsonNode> variables = new HashMap<>(request.variables());
        if (at) {
            variables.put("at", TextNode.valueOf(sweep.asOf().toString()));
        }
        if (account) {
            variables.put("account", TextNode.valueOf(sweep.account().name()));
        }
        if (this.size && size > 0) {
            variables.put("size", IntNode.valueOf(size));
        }
        return variables;
    }
}
