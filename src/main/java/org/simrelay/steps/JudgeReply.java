package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.schibsted.spt.data.jslt.Expression;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.simrelay.mapping.Jslt;
import org.simrelay.mask.Mask;
import org.simrelay.reply.Items;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/**
 * A vendor's table of codes: which code means which outcome. The table is the bean's properties in the vendor's route
 * file; it decides by the code, never by the message.
 */
public final class JudgeReply implements Processor, Items.ItemTable {

    private static final Splitter CODES =
            Splitter.on(CharMatcher.anyOf(" ,")).omitEmptyStrings().trimResults();

    private static final int MOST_SHOWN = 200;
    private static final int MOST_UNCUT = 2000;

    private @Nullable Expression status;
    private @Nullable Expression message;
    private final Map<String, Outcome> table = new HashMap<>();
    private Outcome otherwise = Outcome.UNKNOWN;
    private Outcome refusedAgain = Outcome.DENIED;

    @Override
    public void process(Exchange exchange) throws RequestFailure {
        JsonNode reply = exchange.getMessage().getBody(JsonNode.class);
        exchange.getMessage()
                .setBody(judge(reply, ExchangeContract.sweep(exchange), ExchangeContract.request(exchange)));
    }

    /**
     * Judges a reply.
     *
     * @param request null for a login, which proves no token
     * @return the reply if it is ok, a missing node if it says that there is nothing
     * @throws RequestFailure with the outcome of any other code
     */
    JsonNode judge(JsonNode reply, Sweep sweep, @Nullable Request request) throws RequestFailure {
        // the code is compared as it is written: CMIOT's is a text, iotbos's a number (src/docs/vendors.md)
        String code = text(code(reply));
        Outcome outcome = outcome(code);
        if (outcome == Outcome.OK || outcome == Outcome.EMPTY) {
            if (request != null) {
                sweep.account().session().worked(request.attempts().tokens().current());
            }
            return outcome == Outcome.OK ? reply : MissingNode.getInstance();
        }
        String said = message == null ? "" : message.apply(reply).asText("");
        // a login's words are cut by who reads its token from the reply, be it refused
        String shown = request == null
                ? Mask.shown(said, MOST_UNCUT)
                : request.attempts().shown(said, MOST_SHOWN);
        Outcome onRepeat = outcome == Outcome.REAUTH ? refusedAgain : outcome;
        throw new RequestFailure(outcome, code, shown, null, onRepeat);
    }

    /** As for a reply: an item without a code is unknown; where a vendor gives codes to bad items alone, {@code status} names the good one. */
    @Override
    public @Nullable RequestFailure failure(JsonNode item) {
        JsonNode found = code(item);
        if (found.isNull() || found.isMissingNode()) {
            return new RequestFailure(Outcome.UNKNOWN, null, "the item has no code where its table looks for one");
        }
        String code = text(found);
        Outcome outcome = outcome(code);
        if (outcome == Outcome.OK || outcome == Outcome.EMPTY) {
            return null;
        }
        String said = message == null ? "" : message.apply(item).asText("");
        String shown = Mask.shown(said, MOST_SHOWN);
        return new RequestFailure(outcome, code, shown.isEmpty() ? outcome.word() : shown);
    }

    private JsonNode code(JsonNode node) {
        return status == null ? MissingNode.getInstance() : status.apply(node);
    }

    /** A code as a text; null where it is none that a table could name. */
    private static @Nullable String text(JsonNode code) {
        return code.isValueNode() && !code.isNull() ? code.asText() : null;
    }

    private Outcome outcome(@Nullable String code) {
        return code == null ? Outcome.UNKNOWN : table.getOrDefault(code, otherwise);
    }

    /** JSLT: where the code stands. */
    public void setStatus(String jslt) {
        status = Jslt.expression(jslt);
    }

    /** JSLT: where the vendor's words for it stand; shown, never decided by. */
    public void setMessage(String jslt) {
        message = Jslt.expression(jslt);
    }

    /**
     * The table: a line an outcome, with its codes, {@code transient: 1 99 101}.
     *
     * @throws IllegalArgumentException for a word that is no outcome, or a code that stands twice
     */
    public void setCodes(String lines) {
        for (String line : lines.strip().split("\\R", -1)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("codes: the line \"" + line.strip()
                        + "\" has no outcome with a colon behind it; there are " + Outcome.words());
            }
            Outcome outcome = Outcome.of(line.substring(0, colon).strip());
            for (String code : CODES.split(line.substring(colon + 1))) {
                Outcome before = table.putIfAbsent(code, outcome);
                if (before != null) {
                    throw new IllegalArgumentException("code " + code + " stands "
                            + (before == outcome
                                    ? "twice under " + outcome.word()
                                    : "under two outcomes, one of them " + outcome.word()));
                }
            }
        }
    }

    /** What a code under {@code reauth} means when a fresh signature or token is refused too. */
    public void setRefusedAgain(String word) {
        refusedAgain = Outcome.of(word);
    }

    /** The outcome of a code that the table does not name. */
    public void setOtherwise(String word) {
        otherwise = Outcome.of(word);
    }
}
