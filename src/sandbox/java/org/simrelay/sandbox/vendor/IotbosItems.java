package org.simrelay.sandbox.vendor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the items of a query, one per card, at {@code data.date} (sic). */
final class IotbosItems {
    private static final JsonFactory JSON = new JsonFactory();

    private final IotbosQuery query;
    private final Mix mix;

    IotbosItems(IotbosQuery query, Mix mix) {
        this.query = query;
        this.mix = mix;
    }

    /** The value of "data" for these cards, as JSON. */
    String of(List<String> cards) {
        StringWriter text = new StringWriter(cards.size() * 100);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("date");
            for (String card : cards) {
                item(json, card);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void item(JsonGenerator json, String card) throws IOException {
        CardFacts facts = new CardFacts(card, mix);
        json.writeStartObject();
        json.writeStringField("num", card);
        if (facts.isUnknown()) {
            json.writeNumberField("State", 0);
        } else if (facts.hasNoData(query)) {
            json.writeNumberField("State", 2);
            query.noData(json, facts);
        } else {
            json.writeNumberField("State", 1);
            query.data(json, facts);
        }
        json.writeEndObject();
    }
}
