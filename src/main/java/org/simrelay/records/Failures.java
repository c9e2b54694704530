package org.simrelay.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.Topics;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Makes the records of {@code sim.failures}: one a request and reason. Who has one made counts it. */
public final class Failures {

    private static final String SUPERSEDED = "superseded";

    private final Clock clock;
    private volatile Consumer<String> opened = key -> {};

    public Failures(Clock clock) {
        this.clock = clock;
    }

    /**
     * A request that stays unread, or whose records Kafka refused.
     *
     * @param sent what was asked, as it went out
     * @param cards that it did not publish
     */
    public LedgerEntry of(Sweep sweep, Request request, String sent, RequestFailure failure, List<String> cards) {
        return entry(sweep, value(sweep, request, sent, failure, cards).cards(cards));
    }

    /**
     * A request that stays unread, and of whose cards nobody knows which they are.
     *
     * @param sent what was asked, as it went out
     * @param number of its cards, 0 where that is not known either
     */
    public LedgerEntry ofUnknown(Sweep sweep, Request request, String sent, RequestFailure failure, long number) {
        FailureValue value = value(sweep, request, sent, failure, null);
        return entry(sweep, number > 0 ? value.count(number) : value);
    }

    private static FailureValue value(
            Sweep sweep, Request request, String sent, RequestFailure failure, @Nullable List<String> cards) {
        return new FailureValue(sweep, request.id(), failure)
                .asked(
                        request,
                        sent,
                        request.attempts().count(),
                        request.attempts().lastCall().reply(),
                        cards);
    }

    /**
     * The record of a sweep that fell short where no request says of which cards.
     *
     * @param cards how many it lacks; null where nobody can know
     */
    public LedgerEntry shortOf(Sweep sweep, @Nullable Long cards, String reason) {
        FailureValue value = new FailureValue(sweep, "short", new RequestFailure(Outcome.LATER, null, reason));
        return entry(sweep, cards == null ? value : value.count(cards));
    }

    /** Tells of each that is made, by its sweep's key. */
    public void onOpened(Consumer<String> listener) {
        opened = listener;
    }

    /** A failure of an earlier sweep, where a later one ran to its end. */
    public LedgerEntry superseded(Sweep later, String id, ObjectNode value) {
        return entry(later, id, value.deepCopy().put("status", SUPERSEDED));
    }

    /** The {@code ce_id} of {@link #superseded}. */
    public static String supersededId(String id) {
        return id + "/" + SUPERSEDED;
    }

    /** What was closed long ago is let go of. */
    public LedgerEntry forgotten(Sweep later, String id) {
        return LedgerEntry.tombstone(later.account().source(), later.id().toString(), Topics.FAILURES, id);
    }

    /** A failure whose cards were published by a replay. */
    public LedgerEntry done(Sweep replay, String id, ObjectNode value) {
        return entry(replay, id, value.deepCopy().put("status", "done"));
    }

    LedgerEntry entry(Sweep sweep, FailureValue value) {
        opened.accept(sweep.id().key());
        return entry(sweep, value.id(), value.node());
    }

    private LedgerEntry entry(Sweep sweep, String id, ObjectNode value) {
        String status = value.path("status").asText();
        return new ControlRecord(
                        Topics.FAILURES,
                        id,
                        id + "/" + status,
                        LedgerTypes.FAILURE,
                        sweep.id().poll(),
                        clock.instant())
                .of(sweep, Json.bytes(value));
    }
}
