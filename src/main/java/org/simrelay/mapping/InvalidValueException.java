package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import org.simrelay.mask.Mask;

/** A value that does not fit the type its mapping names: this card fails, the others of its page go on. */
public final class InvalidValueException extends JsltException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 80;

    private final String kind;

    public InvalidValueException(String message) {
        this(message, message);
    }

    /** @param kind the message without the value, so that many cards with one fault are told together */
    InvalidValueException(String message, String kind) {
        super(message);
        this.kind = kind;
    }

    /** What is wrong, without the value. */
    public String kind() {
        return kind;
    }

    /** Says of a value that it is none of the type. */
    static InvalidValueException of(String type, JsonNode value) {
        return new InvalidValueException(Mask.shown(value.toString(), MOST_SHOWN) + " is no " + type, "is no " + type);
    }
}
