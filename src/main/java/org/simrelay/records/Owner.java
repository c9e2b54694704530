package org.simrelay.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.kafka.Topics;

/**
 * Who has an account, as it stands in {@code sim.checkpoints} under {@code owner/<vendor>/<account>}.
 *
 * @param account {@code /<vendor>/<account>}
 * @param address where the process is reached, host:port
 * @param instance the process, by a name of its own
 * @param since when it took the account
 * @param until when it gave the account back; null while it has it, or died with it
 * @param second the last second its transaction ids had used then, since 1970; 0 where the vendor takes none
 */
public record Owner(
        String account, String address, String instance, Instant since, @Nullable Instant until, long second) {

    /** In front of the account, in the record's key. */
    public static final String KEY = "owner";

    /** In front of the instance of a command that was told to take the account over: the service waits meanwhile. */
    public static final String COMMAND = "command:";

    // said again every 20 s
    private static final Duration COMMAND_HOLDS = Duration.ofMinutes(1);

    /** The same, given back. */
    public Owner givenBack(Instant at, long lastSecond) {
        return new Owner(account, address, instance, since, at, lastSecond);
    }

    /** Whether it is a command that was told to take the account over, and is at it still. */
    public boolean isCommandAt(Instant now) {
        return instance.startsWith(COMMAND)
                && until == null
                && since.plus(COMMAND_HOLDS).isAfter(now);
    }

    /** Its record, for the account's ledger. */
    public LedgerEntry entry(Instant now) {
        ObjectNode value = Json.MAPPER
                .createObjectNode()
                .put("account", account)
                .put("address", address)
                .put("instance", instance)
                .put("since", since.toString())
                .put("until", until == null ? null : until.toString())
                .put("second", second);
        // no sweep says it: in the ledger's order it is the account's own, as what is spent of a budget
        EventAttributes attributes = new EventAttributes(LedgerTypes.OWNER, account);
        String id = account + "/owner-" + instance + "-" + since.toEpochMilli() + (until == null ? "" : "-until");
        return new LedgerEntry(
                account,
                account,
                Topics.CHECKPOINTS,
                KEY + account,
                attributes.at(now).event(id, account, Json.bytes(value)));
    }

    /**
     * Reads a record's value.
     *
     * @throws RuntimeException for a value that is none of ours
     */
    public static Owner of(JsonNode node) {
        JsonNode until = node.path("until");
        return new Owner(
                node.required("account").textValue(),
                node.required("address").textValue(),
                node.required("instance").textValue(),
                Instant.parse(node.required("since").textValue()),
                until.isTextual() ? Instant.parse(until.textValue()) : null,
                node.path("second").longValue());
    }
}
