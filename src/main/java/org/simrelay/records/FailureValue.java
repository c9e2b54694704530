package org.simrelay.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Mask;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.CardSpan;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The value of a record in sim.failures, with every secret of the account masked and every text bounded. */
final class FailureValue {

    private static final int REPLY_SHOWN = 1000;
    private static final int MESSAGE_SHOWN = 1000;
    private static final int CODE_SHOWN = 100;
    private static final int REQUEST_SHOWN = 2000;

    private final String id;
    private final ObjectNode node = Json.MAPPER.createObjectNode();

    /** Begins with what every failure has; {@code part} is what the id names within the sweep. */
    FailureValue(Sweep sweep, String part, RequestFailure failure) {
        this.id = sweep.id() + "/" + part + sweep.resumePoint().restartedAs();
        String code = failure.code();
        node.put("id", id)
                .put("status", "open")
                .put("sweep", sweep.id().toString())
                .put("poll", sweep.id().poll())
                .put("request", "")
                .put("outcome", failure.outcome().word())
                .put("code", code == null ? null : cut(Mask.shown(code, CODE_SHOWN), CODE_SHOWN))
                .put("message", cut(Mask.shown(failure.reason(), MESSAGE_SHOWN), MESSAGE_SHOWN))
                .put("attempts", 0)
                .putNull("cards")
                .putNull("count")
                .putNull("reply");
    }

    /**
     * What was asked, how often, and how the reply begins, without the numbers of cards that the failure is not about.
     *
     * @param own the cards it is about; null where they are not known
     */
    FailureValue asked(Request request, String sent, int attempts, @Nullable String reply, @Nullable List<String> own) {
        Set<String> all = new HashSet<>(request.cards());
        // the cards of a page are known from its answer
        all.addAll(Objects.requireNonNullElse(request.publishing(), List.of()));
        Collection<String> mine = own == null ? all : own;
        node.put("request", cut(request.attempts().shown(sent, REQUEST_SHOWN, all, mine), REQUEST_SHOWN))
                .put("attempts", attempts);
        node.put("message", Mask.others(node.path("message").textValue(), all, mine));
        if (reply != null) {
            node.put("reply", cut(request.attempts().shown(reply, REPLY_SHOWN, all, mine), REPLY_SHOWN));
        }
        return this;
    }

    /** The cards it is about. */
    FailureValue cards(List<String> cards) {
        cards.forEach(node.putArray("cards")::add);
        node.put("count", cards.size());
        return this;
    }

    /** How many cards it is about, where they are not known. */
    FailureValue count(long count) {
        node.put("count", count);
        return this;
    }

    /**
     * Where in the order of the inventory they stand, of cards that were not asked, in the place of a request; null where
     * that is not known.
     */
    FailureValue span(@Nullable CardSpan span) {
        if (span != null) {
            node.put("request", "firstCard=" + span.first() + "&lastCard=" + span.last());
        }
        return this;
    }

    String id() {
        return id;
    }

    ObjectNode node() {
        return node;
    }

    // without the … behind what is shown: what is promised is so many characters
    private static String cut(String masked, int most) {
        return masked.length() > most ? masked.substring(0, most) : masked;
    }
}
