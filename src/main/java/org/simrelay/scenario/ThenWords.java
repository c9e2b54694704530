package org.simrelay.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simrelay.check.JsonProblem;
import org.simrelay.config.Nearest;
import org.simrelay.records.Json;
import org.simrelay.reply.Outcome;

/** What may stand in {@code then}: the fields of the service's own records, and the words and numbers in them. */
final class ThenWords {

    /** Of a record in sim.sweeps. */
    static final List<String> SWEEP = List.of(
            "outcome",
            "expected",
            "published",
            "unchanged",
            "failed",
            "cleared",
            "duplicates",
            "requests",
            "retries",
            "logins",
            "reason",
            "breaker",
            "sweep",
            "vendor",
            "account",
            "query",
            "poll",
            "phase",
            "scheduledAt",
            "startedAt",
            "endedAt");

    /** Of a record in sim.failures. */
    static final List<String> FAILURE = List.of(
            "outcome",
            "code",
            "message",
            "cards",
            "count",
            "attempts",
            "request",
            "reply",
            "status",
            "sweep",
            "poll",
            "id");

    private static final Set<String> COUNTS = Set.of(
            "expected",
            "published",
            "unchanged",
            "failed",
            "cleared",
            "duplicates",
            "requests",
            "retries",
            "logins",
            "count",
            "attempts");
    private static final List<String> ENDS = List.of("complete", "partial", "failed", "skipped");

    private ThenWords() {}

    /** Looks at the fields of a sweep that is expected. */
    static void sweep(Fields fields, Map<String, JsonNode> values) {
        word(fields, values, ENDS);
        counts(fields, values);
    }

    /** Looks at the fields of a failure that is expected. */
    static void failure(Fields fields, Map<String, JsonNode> values) {
        word(fields, values, List.of(Outcome.words().split(",\\s*", -1)));
        counts(fields, values);
        JsonNode code = values.get("code");
        if (code != null && code.isNumber()) {
            fields.wrong("code", "code is a text in a record; write \"" + code.asText() + "\" in quotes");
        }
    }

    private static void word(Fields fields, Map<String, JsonNode> values, Collection<String> words) {
        JsonNode outcome = values.get("outcome");
        if (outcome != null && !outcome.isNull() && !words.contains(outcome.asText())) {
            fields.wrong(
                    "outcome",
                    "outcome is \"" + outcome.asText() + "\"" + Nearest.text(outcome.asText(), words)
                            + "; write one of " + String.join(", ", words));
        }
    }

    private static void counts(Fields fields, Map<String, JsonNode> values) {
        values.forEach((name, value) -> {
            if (COUNTS.contains(name) && !value.isIntegralNumber() && !value.isNull()) {
                fields.wrong(name, name + " is " + value + " but must be a whole number or null; mend it");
            }
        });
    }

    /** Why a value that is expected can be that of no record; empty where it can. */
    static String value(String json) {
        try {
            JsonNode value = Json.MAPPER.readTree(json);
            return value.isObject() || value.isNull()
                    ? ""
                    : "value must be a JSON object, or null of a tombstone; mend it";
        } catch (JsonProcessingException e) {
            return "value is no JSON: " + JsonProblem.of(e);
        }
    }
}
