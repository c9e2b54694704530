package org.simrelay.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.simrelay.records.Json;

/** Where the keys of a JSON text stand. */
final class JsonPlaces {

    private final Map<String, String> places = new HashMap<>();

    /** @param text that is JSON; of another no place is known */
    JsonPlaces(String text) {
        try (JsonParser parser = Json.MAPPER.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    JsonPointer pointer = parser.getParsingContext().pathAsPointer();
                    places.putIfAbsent(
                            pointer.toString(),
                            " line " + parser.currentTokenLocation().getLineNr() + " column "
                                    + parser.currentTokenLocation().getColumnNr());
                }
            }
        } catch (IOException e) {
            // said by who reads it
        }
    }

    /** As {@code " line 3 column 5"}, of the key or of the nearest around it; empty where none is known. */
    String of(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            String place = places.get(at);
            if (place != null) {
                return place;
            }
        }
        return "";
    }
}
