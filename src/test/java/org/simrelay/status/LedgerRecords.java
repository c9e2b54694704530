package org.simrelay.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.Topics;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;
import org.simrelay.sweep.SweepId;

/** Records as the ledger's topics hold them. */
public final class LedgerRecords {

    public static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private LedgerRecords() {}

    /** A sweep's beginning; its end where an outcome is given. */
    public static ConsumerRecord<String, byte[]> sweep(SweepId id, @Nullable String outcome, Instant at) {
        return sweep(id, outcome, null, at);
    }

    public static ConsumerRecord<String, byte[]> sweep(
            SweepId id, @Nullable String outcome, @Nullable String reason, Instant at) {
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("sweep", id.toString())
                .put("poll", id.poll())
                .put("account", id.account())
                .put("phase", outcome == null ? "started" : "ended")
                .put("outcome", outcome)
                .put("startedAt", id.scheduledAt().toString())
                .put("endedAt", outcome == null ? null : at.toString())
                .put("expected", outcome == null ? null : (Long) 100L)
                .put("published", 97)
                .put("failed", 3)
                .put("reason", reason);
        return record(Topics.SWEEPS, id.key(), value.toString(), at);
    }

    /** A failure of a sweep about these cards, with this status; a tombstone where that is null. */
    public static ConsumerRecord<String, byte[]> failure(
            SweepId sweep, int part, @Nullable String status, String... cards) {
        String id = sweep + "/" + part;
        if (status == null) {
            return record(Topics.FAILURES, id, null, AT);
        }
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("status", status)
                .put("sweep", sweep.toString())
                .put("poll", sweep.poll())
                .put("request", "GET /")
                .put("outcome", "rejected")
                .put("code", "7")
                .put("message", "refused")
                .put("attempts", 2)
                .put("count", cards.length);
        List.of(cards).forEach(value.putArray("cards")::add);
        return record(Topics.FAILURES, id, value.toString(), AT);
    }

    /** What sim.checkpoints holds under a key; a tombstone where that is null. */
    public static ConsumerRecord<String, byte[]> checkpoint(String key, @Nullable String value, Instant at) {
        return record(Topics.CHECKPOINTS, key, value, at);
    }

    /** Who has an account. */
    public static ConsumerRecord<String, byte[]> owner(Owner owner) {
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("account", owner.account())
                .put("address", owner.address())
                .put("instance", owner.instance())
                .put("since", owner.since().toString())
                .put("until", owner.until() == null ? null : owner.until().toString())
                .put("second", owner.second());
        return checkpoint(Owner.KEY + owner.account(), value.toString(), owner.since());
    }

    /** The same in another partition. */
    public static ConsumerRecord<String, byte[]> inPartition(int partition, ConsumerRecord<String, byte[]> record) {
        return at(partition, record.offset(), record);
    }

    /** The same in another place. */
    public static ConsumerRecord<String, byte[]> at(int partition, long offset, ConsumerRecord<String, byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                partition,
                offset,
                record.timestamp(),
                record.timestampType(),
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    public static ConsumerRecord<String, byte[]> record(
            String topic, @Nullable String key, @Nullable String value, Instant at) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }
}
