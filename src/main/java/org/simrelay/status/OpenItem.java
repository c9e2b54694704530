package org.simrelay.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.lifecycle.OpenFailure;
import org.simrelay.sweep.SweepId;

/**
 * An open failure as it is shown.
 *
 * @param key the poll, {@code <poll>.<account>} for another account than main
 * @param cards the first of its cards; empty where they are not known
 * @param count how many cards it is about; null where nobody knows
 * @param at when it was told
 */
public record OpenItem(
        String id,
        String key,
        String poll,
        String account,
        String sweep,
        String outcome,
        @Nullable String code,
        String message,
        long attempts,
        List<String> cards,
        @Nullable Long count,
        Instant at) {

    private static final int MOST_CARDS = 50;

    static OpenItem of(OpenFailure failure, Instant at) {
        List<String> cards = failure.cards();
        var value = failure.value();
        return new OpenItem(
                failure.id(),
                SweepId.key(failure.poll(), failure.account()),
                failure.poll(),
                failure.account(),
                failure.sweep(),
                value.path("outcome").asText(),
                value.path("code").textValue(),
                value.path("message").asText(),
                value.path("attempts").asLong(),
                cards == null ? List.of() : List.copyOf(cards.subList(0, Math.min(MOST_CARDS, cards.size()))),
                value.path("count").isNumber() ? (Long) value.path("count").longValue() : null,
                at);
    }
}
