package org.simrelay.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Asks for the part of a list that a cursor of the reply before points to. */
public final class CursorRequest extends Request {

    private final JsonNode cursor;

    private CursorRequest(String id, JsonNode cursor, Attempts attempts) {
        super(id, attempts);
        this.cursor = cursor;
    }

    /**
     * The part a cursor points to.
     *
     * @param number of the part, from 1
     * @param pass over the list, from 1
     * @param cursor as the vendor gave it; null for the first part
     */
    public static CursorRequest of(int number, int pass, JsonNode cursor) {
        String id = pass == 1 ? "part-" + number : "part-" + number + "-reading-" + pass;
        return new CursorRequest(id, cursor, new Attempts());
    }

    @Override
    public Map<String, JsonNode> variables() {
        return Map.of("cursor", cursor);
    }

    @Override
    Request same(Attempts attempts) {
        return new CursorRequest(id(), cursor, attempts);
    }

    @Override
    boolean isWhole() {
        return true;
    }
}
