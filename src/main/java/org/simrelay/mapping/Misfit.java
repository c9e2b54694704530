package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;

/** A value that does not fit the type its mapping names: this card fails, the others of its page go on. */
public final class Misfit extends JsltException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 80;

    public Misfit(String message) {
        super(message);
    }

    /** Says of a value that it is none of the type. */
    static Misfit of(String type, JsonNode value) {
        String shown = value.toString();
        return new Misfit(
                (shown.length() > MOST_SHOWN ? shown.substring(0, MOST_SHOWN) + "…" : shown) + " is no " + type);
    }
}
