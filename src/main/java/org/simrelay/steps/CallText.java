package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.simrelay.config.SettingsException;

/** Writes the parameters of a call as they go over the wire. */
final class CallText {

    /** No separator. */
    static final char NONE = '\0';

    // RFC 3986, 3.4, less what separates parameters or stands for a space in forms
    private static final CharMatcher PLAIN = CharMatcher.inRange('0', '9')
            .or(CharMatcher.inRange('a', 'z'))
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.anyOf("-._~,:@/!$'()*;"))
            .precomputed();
    private static final CharMatcher ENCODED = PLAIN.negate();
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private CallText() {}

    /**
     * Writes a path, with parameters in the place of their names in braces.
     *
     * @return the parameters that are left
     */
    static ObjectNode path(String path, ObjectNode parameters, StringBuilder to) {
        int open = path.indexOf('{');
        if (open < 0) {
            to.append(path);
            return parameters;
        }
        ObjectNode rest = parameters.deepCopy();
        int from = 0;
        for (; open >= 0; open = path.indexOf('{', from)) {
            int close = path.indexOf('}', open);
            String name = close < 0 ? path.substring(open + 1) : path.substring(open + 1, close);
            JsonNode value = rest.remove(name);
            if (close < 0 || value == null) {
                throw new SettingsException("path names {" + name + "}, which \"ask\" does not give");
            }
            to.append(path, from, open);
            encode(text(name, value), to);
            from = close + 1;
        }
        to.append(path, from, path.length());
        return rest;
    }

    /**
     * Writes {@code name=value&…}, encoded; what is null is left out.
     *
     * @param before in front of the first, {@link #NONE} for none
     */
    static void parameters(ObjectNode parameters, char before, StringBuilder to) {
        char separator = before;
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            if (!parameter.getValue().isNull()) {
                if (separator != NONE) {
                    to.append(separator);
                }
                encode(parameter.getKey(), to);
                to.append('=');
                encode(text(parameter.getKey(), parameter.getValue()), to);
                separator = '&';
            }
        }
    }

    /** The value of a header, which must not end its line. */
    static String header(String name, JsonNode value) {
        String text = text(name, value);
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
            throw new SettingsException("header " + name + " has a control character");
        }
        return text;
    }

    private static String text(String name, JsonNode value) {
        if (!value.isValueNode()) {
            throw new SettingsException("parameter " + name + " is " + value.getNodeType()
                    + ", which stands in no address, form or header; join it to a text");
        }
        return value.asText();
    }

    private static void encode(String text, StringBuilder to) {
        int from = 0;
        for (int at = ENCODED.indexIn(text); at >= 0; at = ENCODED.indexIn(text, from)) {
            to.append(text, from, at);
            from = Character.isHighSurrogate(text.charAt(at)) && at + 1 < text.length() ? at + 2 : at + 1;
            for (byte b : text.substring(at, from).getBytes(StandardCharsets.UTF_8)) {
                to.append('%').append(HEX[(b >> 4) & 15]).append(HEX[b & 15]);
            }
        }
        to.append(text, from, text.length());
    }
}
