package org.simrelay.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Mask;
import org.simrelay.reply.Refusal;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The value of a record in sim.failures (DESIGN.md), with every secret of the account masked and every text bounded. */
final class FailureValue {

    private static final int REPLY_SHOWN = 1000;
    private static final int MESSAGE_SHOWN = 1000;
    private static final int CODE_SHOWN = 100;
    private static final int REQUEST_SHOWN = 2000;

    private final Sweep sweep;
    private final String id;
    private final ObjectNode node = Json.MAPPER.createObjectNode();

    /** Begins with what every failure has; {@code part} is what the id names within the sweep. */
    FailureValue(Sweep sweep, String part, Refusal refusal) {
        this.sweep = sweep;
        this.id = sweep.id() + "/" + part;
        String code = refusal.code();
        node.put("id", id)
                .put("status", "open")
                .put("sweep", sweep.id().toString())
                .put("poll", sweep.id().poll())
                .put("request", "")
                .put("outcome", refusal.outcome().word())
                .put("code", code == null ? null : cut(sweep.account().masked(code), CODE_SHOWN))
                .put("message", cut(sweep.account().masked(refusal.reason()), MESSAGE_SHOWN))
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
        List<String> all = request.cards();
        List<String> mine = own == null ? all : own;
        node.put("request", cut(Mask.others(request.tries().masked(sweep.account(), sent), all, mine), REQUEST_SHOWN))
                .put("attempts", attempts);
        if (reply != null) {
            String masked = Mask.others(request.tries().masked(sweep.account(), reply), all, mine);
            node.put("reply", cut(masked, REPLY_SHOWN));
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

    String id() {
        return id;
    }

    ObjectNode node() {
        return node;
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
