package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import java.util.Map;

/** JSLT that finds something in a reply. Variables that it does not name are not handed to it: binding them costs more than a field's access. */
public final class Located {

    private final Expression expression;
    private final boolean namesVariables;

    /** @throws IllegalArgumentException that shows the expression and what is wrong with it */
    public Located(String jslt) {
        this.expression = Jslt.expression(jslt);
        this.namesVariables = jslt.indexOf('$') >= 0;
    }

    /** Whether it names any variable. */
    public boolean namesVariables() {
        return namesVariables;
    }

    /** What stands there; JSON's null where there is nothing. */
    public JsonNode in(JsonNode input, Map<String, JsonNode> variables) {
        return namesVariables ? expression.apply(variables, input) : expression.apply(input);
    }
}
