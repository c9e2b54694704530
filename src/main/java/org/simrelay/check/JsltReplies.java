package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;

/**
 * What a scenario's reply that is worked out from the request may be: the objects that its JSLT writes, whatever it asks first.
 *
 * @param plain those that are JSON as they stand
 * @param made those with parts that are made of the request, which are not known here
 * @param unknown those of which nothing is known
 */
record JsltReplies(List<JsonNode> plain, List<JsonNode> made, List<String> unknown) {

    boolean isWhole() {
        return unknown.isEmpty();
    }

    static JsltReplies of(String jslt) {
        JsltReplies replies = new JsltReplies(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
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
                replies.add(jslt.substring(from, at + 1));
            }
        }
        return replies;
    }

    private void add(String object) {
        try {
            plain.add(Json.MAPPER.readTree(object));
        } catch (IOException e) {
            try {
                made.add(Jslt.expression(object).apply(NullNode.instance));
            } catch (JsltException | IllegalArgumentException notKnown) {
                // of functions or variables that only a request has
                unknown.add(object);
            }
        }
    }
}
