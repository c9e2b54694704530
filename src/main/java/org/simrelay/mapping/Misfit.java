package org.simrelay.mapping;

import com.schibsted.spt.data.jslt.JsltException;

/** A value that does not fit the type its mapping names: this card fails, the others of its page go on. */
public final class Misfit extends JsltException {
    private static final long serialVersionUID = 1L;

    public Misfit(String message) {
        super(message);
    }
}
