package org.simrelay.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.simrelay.lifecycle.Pauses;
import org.simrelay.records.Json;
import org.simrelay.sweep.SweepId;
import org.simrelay.web.WebAnswer;

/** What may be done to a poll, for some of its accounts; says what was done, or why it cannot be. */
public final class PollActions {

    private final Pauses pauses;
    private final ByHand byHand;
    private final Clock clock;

    public PollActions(Pauses pauses, ByHand byHand, Clock clock) {
        this.pauses = pauses;
        this.byHand = byHand;
        this.clock = clock;
    }

    /** Does it. */
    WebAnswer act(Action action, String poll, List<String> accounts) {
        return switch (action) {
            case RUN -> byHand.run(poll, accounts);
            case REPLAY -> byHand.replay(poll, accounts);
            case PAUSE -> pause(poll, accounts);
            case RESUME -> resume(poll, accounts);
        };
    }

    private WebAnswer pause(String poll, List<String> accounts) {
        Instant now = clock.instant();
        long paused = accounts.stream()
                .filter(account -> pauses.pause(SweepId.key(poll, account), now))
                .count();
        return done(
                200,
                Action.PAUSE,
                poll,
                accounts,
                paused == 0
                        ? "it was paused already"
                        : "its ticks begin no sweep, each is recorded as skipped, until it is resumed or the service starts again;"
                                + " a sweep that runs goes on to its end");
    }

    private WebAnswer resume(String poll, List<String> accounts) {
        long resumed = accounts.stream()
                .filter(account -> pauses.resume(SweepId.key(poll, account)))
                .count();
        return done(
                200,
                Action.RESUME,
                poll,
                accounts,
                resumed == 0 ? "it was not paused" : "its next tick begins a sweep again");
    }

    /** Says what was done. */
    static WebAnswer done(int status, Action action, String poll, List<String> accounts, String what) {
        ObjectNode node =
                Json.MAPPER.createObjectNode().put("action", action.word()).put("poll", poll);
        ArrayNode all = node.putArray("accounts");
        accounts.forEach(all::add);
        return WebAnswer.json(status, node.put("done", what) + "\n");
    }
}
