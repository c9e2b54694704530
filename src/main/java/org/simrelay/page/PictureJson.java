package org.simrelay.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Json;
import org.simrelay.status.OpenItem;
import org.simrelay.status.OpenTotal;
import org.simrelay.status.PollJson;

/** A picture as {@code GET /api/polls} gives it. */
final class PictureJson {

    private final Picture picture;
    private final Shown shown;

    PictureJson(Picture picture, Shown shown) {
        this.picture = picture;
        this.shown = shown;
    }

    ObjectNode json() {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("at", PollJson.text(picture.at()))
                .put("startedAt", PollJson.text(picture.startedAt()))
                .put("cardsInFull", shown.full())
                .put("ledgerRead", picture.read());
        root.putObject("kafka")
                .put("answers", picture.kafkaAnswers())
                .put("answeredAt", PollJson.text(picture.kafkaAnsweredAt()));
        ArrayNode polls = root.putArray("polls");
        picture.polls().forEach(poll -> polls.add(poll(poll)));
        ArrayNode accounts = root.putArray("accounts");
        picture.accounts().forEach(account -> accounts.add(account.json()));
        ObjectNode failures = PollJson.open(known(picture.open())).put("more", picture.more());
        ArrayNode list = failures.putArray("newest");
        picture.failures().forEach(failure -> list.add(failure(failure)));
        root.set("failures", failures);
        return root;
    }

    private ObjectNode poll(PollView poll) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("poll", poll.poll())
                .put("account", poll.account())
                .put("state", poll.state().word());
        WaitsFor waitsFor = poll.waitsFor();
        node.put("waitsFor", waitsFor == null ? null : waitsFor.word())
                .put("reason", reason(poll))
                .put("offBy", poll.offBy())
                .put("pausedAt", PollJson.text(poll.pausedAt()));
        node.set("sweep", sweep(poll.sweep()));
        node.set("last", last(poll.last()));
        PollJson.complete(node, poll.completeAt(), picture.at()).put("next", PollJson.text(poll.next()));
        node.set("open", PollJson.open(known(poll.open())));
        node.set("owner", OwnerView.json(poll.owner()));
        return node;
    }

    private static @Nullable String reason(PollView poll) {
        WaitsFor waitsFor = poll.waitsFor();
        if (waitsFor != null) {
            return waitsFor.text();
        }
        return switch (poll.state()) {
            case OFF -> poll.offBy() + " is false";
            case PAUSED -> "its ticks begin no sweep until it is resumed or the service starts again";
            case IDLE, RUNNING, WAITING -> null;
        };
    }

    private static @Nullable ObjectNode sweep(@Nullable SweepNow sweep) {
        return sweep == null
                ? null
                : Json.MAPPER
                        .createObjectNode()
                        .put("sweep", sweep.sweep())
                        .put("startedAt", PollJson.text(sweep.startedAt()))
                        .put("expected", sweep.expected())
                        .put("published", sweep.published())
                        .put("unchanged", sweep.unchanged())
                        .put("failed", sweep.failed())
                        .put("expectedEnd", PollJson.text(sweep.expectedEnd()));
    }

    private @Nullable ObjectNode last(@Nullable LastEnd end) {
        return end == null
                ? null
                : PollJson.end(
                                end.sweep(),
                                end.outcome(),
                                shown.text(end.reason()),
                                end.endedAt(),
                                end.expected(),
                                end.published(),
                                end.unchanged(),
                                end.failed())
                        .put("told", end.told());
    }

    private ObjectNode failure(OpenItem failure) {
        ObjectNode node = Json.MAPPER
                .createObjectNode()
                .put("id", shown.text(failure.id(), failure.cards()))
                .put("poll", failure.poll())
                .put("account", failure.account())
                .put("sweep", failure.sweep())
                .put("outcome", failure.outcome())
                .put("code", shown.text(failure.code(), failure.cards()))
                .put("message", shown.text(failure.message(), failure.cards()))
                .put("attempts", failure.attempts())
                .put("at", PollJson.text(failure.at()))
                .put("count", failure.count());
        ArrayNode cards = node.putArray("cards");
        failure.cards().forEach(card -> cards.add(shown.card(card)));
        return node;
    }

    /** What is said of the ledger; nothing before it has been read. */
    private @Nullable OpenTotal known(OpenTotal open) {
        return picture.read() ? open : null;
    }
}
