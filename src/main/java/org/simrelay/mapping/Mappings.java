package org.simrelay.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mappings of the polls, each compiled when it is first used. */
public final class Mappings {

    private static final Logger LOG = LoggerFactory.getLogger(Mappings.class);

    private final RouteFiles files;
    private final ObjectWriter writer;
    private final Map<String, Expression> compiled = new ConcurrentHashMap<>();

    /** @param writer writes decimals with their digits */
    public Mappings(RouteFiles files, ObjectWriter writer) {
        this.files = files;
        this.writer = writer;
    }

    /**
     * Compiles a poll's mapping.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    public Expression of(String poll) {
        return compiled.computeIfAbsent(poll, p -> Jslt.file(files.mapping(p)));
    }

    /**
     * Compiles a poll's mapping afresh, for the sweep that begins. One that is broken is refused and said so; the one before
     * stays.
     */
    public void refresh(String poll) {
        try {
            compiled.put(poll, Jslt.file(files.mapping(poll)));
        } catch (IllegalArgumentException e) {
            LOG.error(
                    "the mapping is not taken, {}: {}",
                    compiled.containsKey(poll) ? "the one before stays" : "there is none",
                    e.getMessage());
        }
    }

    /**
     * The value of a card event.
     *
     * @param poll whose mapping
     * @param card the card's number, the mapping's {@code $card}
     * @param item the vendor's item, null for a card that was not in the reply
     * @return a JSON object, UTF-8
     * @throws Misfit when a value does not fit its type, or the mapping cannot map the item
     */
    public byte[] map(String poll, String card, @Nullable JsonNode item) {
        JsonNode value;
        try {
            value = of(poll).apply(Map.of("card", TextNode.valueOf(card)), item == null ? NullNode.instance : item);
        } catch (Misfit e) {
            throw e;
        } catch (JsltException e) {
            throw new Misfit("the mapping cannot map it: " + e.getMessage());
        }
        if (!value.isObject() || !card.equals(value.path("card").textValue())) {
            throw new Misfit("the mapping gave no object with this card in \"card\"");
        }
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new Misfit("the mapping gave what is no JSON: " + e.getMessage());
        }
    }
}
