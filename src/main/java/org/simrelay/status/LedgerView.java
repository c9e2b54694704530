package org.simrelay.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.Topics;
import org.simrelay.lifecycle.OpenFailure;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;
import org.simrelay.sweep.SweepId;

/** What was read so far of the ledger: each poll's last ends, what stands open, and who has which account. Bounded. Thread-safe. */
public final class LedgerView {

    // of polls and accounts, those that are gone too; far above what one service has
    private static final int MOST_KEYS = 2_000;

    private final Map<String, PollHistory> histories = new TreeMap<>();
    private final OpenBook open = new OpenBook();
    private final AccountBook accounts = new AccountBook();
    private long unreadable;

    /** The topics it reads. */
    public static List<String> topics() {
        return List.of(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS);
    }

    /** Takes a record of one of them; what is none of ours is counted and passed over. */
    public synchronized void accept(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(Topics.FAILURES)) {
                failure(String.valueOf(record.key()), record.value(), Instant.ofEpochMilli(record.timestamp()));
            } else if (record.topic().equals(Topics.CHECKPOINTS)) {
                accounts.accept(record);
            } else if (record.value() != null) {
                SweepFact.Place place = new SweepFact.Place(record.partition(), record.offset());
                sweep(SweepFact.of(Json.MAPPER.readTree(record.value()), place));
            }
        } catch (IOException | RuntimeException e) {
            unreadable++;
        }
    }

    private void sweep(SweepFact fact) {
        String key = SweepId.key(fact.poll(), fact.account());
        if (histories.size() < MOST_KEYS || histories.containsKey(key)) {
            histories.merge(key, PollHistory.NONE.with(fact), (before, one) -> before.with(fact));
        }
    }

    private void failure(String id, byte @Nullable [] value, Instant at) throws IOException {
        String key = SweepId.keyOf(id);
        if (value == null) {
            open.closed(String.valueOf(key), id);
            return;
        }
        JsonNode node = Json.MAPPER.readTree(value);
        OpenItem item = OpenItem.of(OpenFailure.of(node), at);
        if (node.path("status").asText().equals("open")) {
            open.open(item);
        } else {
            open.closed(item.key(), item.id());
        }
    }

    /** What is known of a poll's sweeps; the key is the poll, {@code <poll>.<account>} for another account than main. */
    public synchronized PollHistory history(String key) {
        return histories.getOrDefault(key, PollHistory.NONE);
    }

    /** All polls that something is known of. */
    public synchronized Map<String, PollHistory> histories() {
        return new TreeMap<>(histories);
    }

    /** The polls that sweeps are known of, or of which failures stand open, or a sweep has no end. */
    public synchronized Set<String> keys() {
        Set<String> keys = new TreeSet<>(histories.keySet());
        keys.addAll(open.keys());
        keys.addAll(accounts.running());
        return keys;
    }

    /** How many failures of a poll stand open. */
    public synchronized OpenTotal open(String key) {
        return open.of(key);
    }

    /** How many failures stand open. */
    public synchronized OpenTotal open() {
        return open.all();
    }

    /** Whether more stand open than are counted. */
    public synchronized boolean isMoreOpen() {
        return open.isMore();
    }

    /** The newest of what stands open, a bounded number. */
    public synchronized List<OpenItem> newestOpen() {
        return open.newest();
    }

    /** Who wrote last that it has an account, {@code /<vendor>/<account>}, or gave it back; null where nobody has. */
    public synchronized @Nullable Owner owner(String account) {
        return accounts.owner(account);
    }

    /** The same of all accounts. */
    public synchronized Map<String, Owner> owners() {
        return accounts.owners();
    }

    /** A sweep of a poll that has no end yet, where it was at its last checkpoint; null where there is none. */
    public synchronized @Nullable Checkpoint running(String key) {
        return accounts.running(key);
    }

    /** Records that could not be read. */
    public synchronized long unreadable() {
        return unreadable;
    }
}
