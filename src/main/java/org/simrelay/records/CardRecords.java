package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.NumberedCards;
import org.simrelay.kafka.Event;
import org.simrelay.kafka.EventsUnder;
import org.simrelay.kafka.Topics;
import org.simrelay.mapping.InvalidValueException;
import org.simrelay.mapping.Mappings;
import org.simrelay.mapping.Values;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.ChangeFilter;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The records of one answer: a card event for each card that fits; the others are told apart. */
public final class CardRecords {

    // key and headers of a record
    private static final int HEADER_BYTES = 300;

    private final CamelContext context;
    private final Values values;
    private final EventsUnder answered;
    private final String topic;
    private final OutgoingRecords records;
    private final List<String> cards;
    private final boolean areNoted;
    private final @Nullable ChangeFilter changes;
    private final List<String> unchanged = new ArrayList<>(0);
    private final List<InvalidItem> invalid = new ArrayList<>(0);
    private long bytes;

    /** @param most how many cards are to be added, as far as known */
    public CardRecords(CamelContext context, Sweep sweep, Request request, Mappings mappings, int most) {
        this.context = context;
        this.records = new OutgoingRecords(most);
        this.cards = new ArrayList<>(most);
        this.areNoted = sweep.counts().areAcknowledgedNoted();
        this.changes = sweep.cardEvents().changes();
        this.values = mappings.of(sweep.id().poll())
                .values(request.asked(), sweep.cardEvents().filledFields());
        this.topic = Topics.ofQuery(sweep.id().query());
        this.answered = sweep.cardEvents()
                .attributes()
                .at(Objects.requireNonNull(request.attempts().lastCall().answeredAt()))
                .under(sweep + "/");
    }

    /**
     * Adds the record of a card.
     *
     * @param card null for an item without a number
     * @param item null for a card that was not in the reply
     */
    public void add(@Nullable String card, @Nullable JsonNode item) {
        if (card == null) {
            String why = "the item has no card number";
            invalid.add(new InvalidItem(null, why, why, item));
            return;
        }
        try {
            byte[] value = values.of(card, item);
            if (changes != null && !changes.isDue(card, value)) {
                unchanged.add(card);
                return;
            }
            records.append(new OutgoingRecord(context, topic, card, answered.event(card, value), values.result()));
            cards.add(card);
            bytes += (long) value.length + HEADER_BYTES;
        } catch (InvalidValueException e) {
            invalid.add(new InvalidItem(card, String.valueOf(e.getMessage()), e.kind(), item));
        }
    }

    /** How a record says that a card is gone. */
    public enum Gone {
        /** From the vendor's list: by its status. */
        CLEARED,
        /** From the inventory: by its result. */
        LEFT,
        /** By having no value. */
        TOMBSTONE
    }

    /**
     * The record of a card that is not on the vendor's list, or in the inventory, any more.
     *
     * @throws InvalidValueException where the query's schema has no such word
     */
    public static OutgoingRecord gone(
            CamelContext context, Sweep sweep, Mappings mappings, String card, Instant now, Gone how) {
        Values values = mappings.of(sweep.id().poll()).values(null);
        byte[] value =
                switch (how) {
                    case CLEARED -> values.cleared(card);
                    case LEFT -> values.left(card);
                    case TOMBSTONE -> Event.NO_DATA;
                };
        return new OutgoingRecord(
                context,
                Topics.ofQuery(sweep.id().query()),
                card,
                sweep.cardEvents().attributes().at(now).event(sweep + "/" + card, card, value),
                how == Gone.CLEARED ? "cleared" : "left");
    }

    /** A card that the vendor refuses, by the code of its own item. */
    public void refused(@Nullable String card, RequestFailure failure, JsonNode item) {
        String kind = failure.outcome() + " " + failure.code();
        invalid.add(new InvalidItem(card, failure.reason(), kind, item, failure));
    }

    /** A card that is not in a reply whose items do not all say whose they are. */
    public void unclear(String card) {
        String why = "it is not in the reply, which has an item with no card number";
        invalid.add(new InvalidItem(card, why, why, null));
    }

    public List<Message> records() {
        return records;
    }

    /** The cards that have an event among the records. */
    public List<String> cards() {
        return areNoted ? NumberedCards.of(cards) : cards;
    }

    /** The cards whose last event says the same. */
    public List<String> unchanged() {
        return unchanged;
    }

    /** The items that have none. */
    public List<InvalidItem> invalid() {
        return invalid;
    }

    /** About how many bytes the records have. */
    public long bytes() {
        return bytes;
    }
}
