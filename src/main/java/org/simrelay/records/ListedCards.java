package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Lists;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.simrelay.kafka.Topics;
import org.simrelay.sweep.Sweep;

/**
 * The cards that a vendor's list had in the last complete sweep, as {@code sim.checkpoints} keeps them: sorted and compressed, in
 * parts of so many cards, which commit together; 300,000 cards take about a megabyte.
 *
 * @param parts the compressed parts, in order
 */
public record ListedCards(List<byte[]> parts) {

    /** Between a poll's key and the number of a part, in the key of its record. */
    public static final String KEY = "/listed/";

    private static final int MOST_IN_ONE = 2_000;
    // a third more in its record: below the least max.message.bytes that sim.checkpoints may have
    private static final int MOST_BYTES = 9_000;

    /** Whether a key of {@code sim.checkpoints} is one of theirs. */
    public static boolean isKey(String key) {
        // a poll's key has no slash, an account's begins with one
        int slash = key.indexOf('/');
        return slash > 0 && key.startsWith(KEY, slash);
    }

    /** Of these cards, each once, in order. */
    public static ListedCards of(List<String> sorted) {
        // one part at least: a list may be known to be empty
        List<List<String>> parts = sorted.isEmpty() ? List.of(List.of()) : Lists.partition(sorted, MOST_IN_ONE);
        return new ListedCards(
                parts.stream().flatMap(cards -> packed(cards).stream()).toList());
    }

    /** Whether both have the same parts. */
    public boolean isSame(ListedCards other) {
        return Arrays.deepEquals(parts.toArray(), other.parts.toArray());
    }

    /** Gives each card, in order. */
    public void forEach(Consumer<String> reader) {
        for (byte[] part : parts) {
            unpacked(part).lines().filter(card -> !card.isEmpty()).forEach(reader);
        }
    }

    /**
     * The records that take the place of those before.
     *
     * @param before how many parts there were
     */
    public List<LedgerEntry> entries(Sweep sweep, int before, Instant now) {
        String poll = sweep.id().key();
        List<LedgerEntry> entries = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            ObjectNode value = Json.MAPPER
                    .createObjectNode()
                    .put("poll", poll)
                    .put("part", i)
                    .put("parts", parts.size())
                    .put("cards", parts.get(i));
            String id = sweep.id() + KEY + i;
            entries.add(new ControlRecord(Topics.CHECKPOINTS, poll + KEY + i, id, LedgerTypes.LISTED, poll, now)
                    .of(sweep, Json.bytes(value)));
        }
        for (int i = parts.size(); i < before; i++) {
            String name = sweep.id().toString();
            entries.add(LedgerEntry.tombstone(sweep.account().source(), name, Topics.CHECKPOINTS, poll + KEY + i));
        }
        return entries;
    }

    /**
     * A part, as its record has it.
     *
     * @throws IOException for a value that is none of ours, or a RuntimeException
     */
    public static byte[] part(JsonNode value) throws IOException {
        byte[] part = value.required("cards").binaryValue();
        // one that cannot be unpacked would break the end of each sweep
        var unused = unpacked(part);
        return part;
    }

    private static List<byte[]> packed(List<String> cards) {
        byte[] all = compressed(cards);
        if (all.length <= MOST_BYTES || cards.size() < 2) {
            return List.of(all);
        }
        // numbers that hardly compress
        List<byte[]> halves = new ArrayList<>(packed(cards.subList(0, cards.size() / 2)));
        halves.addAll(packed(cards.subList(cards.size() / 2, cards.size())));
        return halves;
    }

    private static byte[] compressed(List<String> cards) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(String.join("\n", cards).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] part) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(part))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
