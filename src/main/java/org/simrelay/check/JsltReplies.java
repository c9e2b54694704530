package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.ArrayList;
import java.util.List;
import org.simrelay.mapping.Jslt;

/** What a scenario's reply that is worked out from the request may be: the objects that its JSLT writes, whatever it asks first. */
final class JsltReplies {

    private JsltReplies() {}

    static List<JsonNode> of(String jslt) {
        List<JsonNode> replies = new ArrayList<>();
        int from = -1;
        int depth = 0;
        boolean inText = false;
        for (int at = 0; at < jslt.length(); at++) {
            char c = jslt.charAt(at);
            if (inText) {
                at += c == '\\' ? 1 : 0;
                inText = c != '"';
            } else if (c == '"') {
                inText = true;
            } else if (c == '{') {
                from = depth++ == 0 ? at : from;
            } else if (c == '}' && depth > 0 && --depth == 0) {
                add(jslt.substring(from, at + 1), replies);
            }
        }
        return replies;
    }

    private static void add(String object, List<JsonNode> replies) {
        try {
            replies.add(Jslt.expression(object).apply(NullNode.instance));
        } catch (JsltException | IllegalArgumentException e) {
            // made of what is asked, which is not known here
        }
    }
}
