package org.simrelay.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Session.Token;

/**
 * A token until it is to be renewed: 60 s before its end, or a tenth of its life where that is shorter, so that a call on its way
 * does not outlive it and one of a short life is used all the same.
 *
 * @param renewAt by the clock that its age is told by
 */
record HeldToken(Token token, Instant renewAt) {

    private static final Duration MOST_AHEAD = Duration.ofSeconds(60);

    /** @param asked when the login's call began, so that a slow answer cannot make the token look younger */
    static HeldToken of(Token token, Instant asked) {
        Duration tenth = token.life().dividedBy(10);
        Duration ahead = tenth.compareTo(MOST_AHEAD) < 0 ? tenth : MOST_AHEAD;
        return new HeldToken(token, asked.plus(token.life()).minus(ahead));
    }

    /** The token where it is still good and not {@code refused}; else null. */
    @Nullable Token usable(@Nullable String refused, Instant now) {
        return token.value().equals(refused) || !now.isBefore(renewAt) ? null : token;
    }
}
