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
    private final Faults faults;

    IotbosItems(IotbosQuery query, Mix mix, Faults faults) {
        this.query = query;
        this.mix = mix;
        this.faults = faults;
    }

    /**
     * The value of "data" for these cards, as JSON.
     *
     * @param prefix what each card's number begins with in the reply; nothing, as a rule
     */
    String of(List<String> cards, String prefix) {
        StringWriter text = new StringWriter(cards.size() * 100);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("date");
            for (String card : cards) {
                FaultKind odd = faults.of(card);
                if (odd != null && odd != FaultKind.POISONED) {
                    odd(json, prefix + card, card, odd);
                } else {
                    item(json, prefix + card, card);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void odd(JsonGenerator json, String number, String card, FaultKind odd) throws IOException {
        if (odd == FaultKind.DOUBLED_CARD) {
            item(json, number, card);
            item(json, number, card);
            return;
        }
        // raw, since no generator writes what is no JSON
        json.writeRawValue("{\"num\":\"" + number + "\",\"State\":" + OddValue.of(odd, "1")
                + (odd == FaultKind.HUGE_VALUE ? ",\"TerminalState\":\"" + EnvelopeFaults.huge() + "\"}" : "}"));
    }

    /** The item of a card without faults, as JSON. */
    String item(String card) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            item(json, card, card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void item(JsonGenerator json, String number, String card) throws IOException {
        CardFacts facts = new CardFacts(card, mix);
        json.writeStartObject();
        json.writeStringField("num", number);
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
