package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.simrelay.kafka.Topics;
import org.simrelay.sweep.PublishedValues;
import org.simrelay.sweep.Sweep;

/**
 * What a poll that publishes changes only keeps in {@code sim.checkpoints}: parts with the values that were acknowledged last, and a
 * head that says whether they are. Hashes do not compress, so they stand as they are: a card takes 22 bytes.
 */
public final class RememberedValues {

    /** Behind a poll's key, the key of the head. */
    public static final String HEAD = "/values";

    /** Between a poll's key and the number of a part, in the key of its record. */
    public static final String PART = "/values/";

    // of some hundreds of cards each
    private static final int MOST_PARTS = 1_000_000;

    private RememberedValues() {}

    /**
     * The head.
     *
     * @param publishing whether a sweep publishes since: then the parts say nothing
     * @param sweeps how many have ended since all cards were published
     * @param parts how many there are
     */
    public record Head(boolean publishing, int sweeps, int parts) {

        /** @throws RuntimeException for a value that is none of ours */
        public static Head of(JsonNode value) {
            int parts = value.required("parts").intValue();
            if (parts < 0 || parts > MOST_PARTS) {
                throw new IllegalArgumentException("a head of " + parts + " parts");
            }
            return new Head(
                    value.required("publishing").booleanValue(),
                    value.required("sweeps").intValue(),
                    parts);
        }

        /** Its record. */
        public LedgerEntry entry(Sweep sweep, Instant now) {
            String poll = sweep.id().key();
            ObjectNode value = Json.MAPPER
                    .createObjectNode()
                    .put("poll", poll)
                    .put("publishing", publishing)
                    .put("sweeps", sweeps)
                    .put("parts", parts);
            String id = sweep + HEAD + "-" + now.toEpochMilli() + "-" + publishing + "-" + sweeps + "-" + parts;
            return record(sweep, poll + HEAD, id, value, now);
        }
    }

    /** The record of a part. */
    public static LedgerEntry part(Sweep sweep, int number, byte[] values, Instant now) {
        String poll = sweep.id().key();
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("poll", poll)
                .put("part", number)
                .put("values", values);
        String id = sweep + PART + number + "-" + now.toEpochMilli() + "-"
                + Long.toHexString(PublishedValues.fingerprint(values));
        return record(sweep, poll + PART + number, id, value, now);
    }

    /** Whether a key of {@code sim.checkpoints} is one of theirs. */
    public static boolean isKey(String key) {
        // a poll's key has no slash, an account's begins with one
        int slash = key.indexOf('/');
        return slash > 0 && (key.startsWith(PART, slash) || key.substring(slash).equals(HEAD));
    }

    /** Takes a part back. */
    public static LedgerEntry noPart(Sweep sweep, int number) {
        return tombstone(sweep, PART + number);
    }

    /** Takes the head back, without which the parts say nothing. */
    public static LedgerEntry noHead(Sweep sweep) {
        return tombstone(sweep, HEAD);
    }

    /**
     * The values of a part, as its record has them.
     *
     * @throws IOException for a value that is none of ours
     */
    public static byte[] values(JsonNode value) throws IOException {
        return value.required("values").binaryValue();
    }

    private static LedgerEntry record(Sweep sweep, String key, String id, ObjectNode value, Instant now) {
        return new ControlRecord(
                        Topics.CHECKPOINTS,
                        key,
                        id,
                        LedgerTypes.VALUES,
                        sweep.id().key(),
                        now)
                .of(sweep, Json.bytes(value));
    }

    private static LedgerEntry tombstone(Sweep sweep, String behind) {
        return LedgerEntry.tombstone(
                sweep.account().source(),
                sweep.toString(),
                Topics.CHECKPOINTS,
                sweep.id().key() + behind);
    }
}
