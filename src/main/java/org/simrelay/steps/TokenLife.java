package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a token lives, as the reply of its login says. */
record TokenLife(@Nullable Expression expression) {

    /** The life of a token of which nothing is said. */
    static final TokenLife UNTOLD = new TokenLife(null);

    private static final Logger LOG = LoggerFactory.getLogger(TokenLife.class);
    private static final Duration UNTOLD_LIFE = Duration.ofMinutes(1);
    // a hundred years: what is longer is no life but a time
    private static final long MOST_LIFE = 3_155_760_000L;

    // a token whose life is not told is kept for a minute: short enough to be safe, and a refused one is replaced
    // anyway
    Duration of(JsonNode reply) {
        JsonNode seconds = null;
        try {
            seconds = expression == null
                    ? null
                    : expression.apply(Map.of("now", LongNode.valueOf(System.currentTimeMillis())), reply);
        } catch (JsltException e) {
            LOG.warn("the life of a token cannot be read, it is used for {}: {}", UNTOLD_LIFE, e.getMessage());
        }
        // a number may come as a text
        long told = seconds == null ? 0 : seconds.asLong(0);
        return told > 0 && told < MOST_LIFE ? Duration.ofSeconds(told) : UNTOLD_LIFE;
    }
}
