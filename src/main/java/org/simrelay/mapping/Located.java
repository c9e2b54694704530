package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Expression;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSLT that finds something in a reply. Variables that it does not name are not handed to it, and fields that are only followed are
 * looked up without it: to prepare an evaluation costs more than some fields' access.
 */
public final class Located {

    private static final Pattern FIELDS = Pattern.compile("(\\.[A-Za-z_][A-Za-z0-9_]*)+");

    private final Expression expression;
    private final boolean namesVariables;
    private final String @Nullable [] fields;

    /** @throws IllegalArgumentException that shows the expression and what is wrong with it */
    public Located(String jslt) {
        this.expression = Jslt.expression(jslt);
        this.namesVariables = jslt.indexOf('$') >= 0;
        String path = jslt.strip();
        this.fields = FIELDS.matcher(path).matches() ? path.substring(1).split("\\.", -1) : null;
    }

    /** Whether it names any variable. */
    public boolean namesVariables() {
        return namesVariables;
    }

    /** What stands there; JSON's null where there is nothing. */
    public JsonNode in(JsonNode input, Map<String, JsonNode> variables) {
        if (fields != null) {
            return follow(fields, input);
        }
        return namesVariables ? expression.apply(variables, input) : expression.apply(input);
    }

    /** As JSLT follows fields: what has no such field gives null. */
    private static JsonNode follow(String[] fields, JsonNode input) {
        JsonNode at = input;
        for (String field : fields) {
            JsonNode next = at.get(field);
            if (next == null) {
                return NullNode.instance;
            }
            at = next;
        }
        return at;
    }
}
