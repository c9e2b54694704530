package org.simrelay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.records.Json;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.PreviewMatch;

/** A preview as one JSON object. */
final class PreviewJson {

    private PreviewJson() {}

    /**
     * Writes it.
     *
     * @param outcome of the request; null where none went out
     * @param reason why there is no answer; null where there is one
     */
    static String of(
            String poll,
            Preview preview,
            @Nullable String outcome,
            @Nullable String reason,
            List<DryRunRecord> records,
            PreviewVerdict verdict) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        object.put("poll", poll);
        object.set("login", login(preview));
        PreviewCallLines.add(preview.call(), object);
        object.put("request", outcome == null ? null : preview.request());
        object.put("reply", preview.reply());
        object.put("outcome", outcome);
        RequestFailure failure = preview.failure();
        object.put("code", failure == null ? null : failure.code());
        object.put("reason", reason);
        object.set("arrays", Json.MAPPER.valueToTree(preview.arrays()));
        PreviewMatch match = preview.match();
        object.set("match", match == null ? null : Json.MAPPER.valueToTree(match));
        ArrayNode all = object.putArray("records");
        for (DryRunRecord record : records) {
            ObjectNode shown = all.addObject().put("topic", record.topic()).put("key", record.key());
            shown.set("headers", Json.MAPPER.valueToTree(record.headers()));
            shown.set("schema", Json.MAPPER.valueToTree(verdict.of(record)));
            try {
                shown.set("value", Json.MAPPER.readTree(record.value()));
            } catch (JsonProcessingException e) {
                shown.put("value", record.value());
            }
        }
        return object.toString();
    }

    private static @Nullable ObjectNode login(Preview preview) {
        String sent = preview.loginRequest();
        if (sent == null) {
            return null;
        }
        ObjectNode login = Json.MAPPER.createObjectNode().put("request", sent).put("reply", preview.loginReply());
        PreviewCallLines.add(preview.loginCall(), login);
        return login;
    }
}
