package org.simrelay.account;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.simrelay.config.Settings;

/**
 * How long each thing takes at most that a request or a sweep waits for, by the settings of its vendor; computed here alone.
 *
 * @param call one HTTP call, from the wait for a connection to the end of its body
 * @param login the calls of a login, a second one after a refusal among them, and the pause before it
 * @param retry between two tries of a request
 * @param kafka until Kafka has taken a record or is given up
 */
public record Patience(Duration call, Duration login, Duration retry, Duration kafka) {

    private static final Duration BEYOND = Duration.ofMinutes(1);

    /** @throws org.simrelay.config.SettingsException naming a key whose value is no duration */
    static Patience of(Settings settings, String vendor, double perSecond) {
        Duration call =
                settings.duration(vendor + ".timeout.connect").plus(settings.duration(vendor + ".timeout.read"));
        Duration turn = Duration.ofNanos(Math.round(1_000_000_000d / perSecond));
        return new Patience(
                call,
                call.plus(turn).multipliedBy(2).plus(LoginBrake.longestPause()),
                // up to a quarter more: routes/shared/retries.camel.yaml
                settings.duration("retry.max-delay").multipliedBy(5).dividedBy(4),
                settings.duration("kafka.delivery.timeout.ms").plus(settings.duration("kafka.max.block.ms")));
    }

    /** An attempt that has its permit: waits for another's login, logs in itself, asks. */
    Duration attempt() {
        return login.multipliedBy(2).plus(call);
    }

    /**
     * How long nothing at all may move in a sweep that is alive: a minute longer than the longest of its waits.
     *
     * @param ahead requests of other sweeps that may have their turn before one of this
     * @param gate what they share
     */
    public Duration withoutMove(long ahead, Gate gate) {
        Duration turn = longest(
                Duration.ofNanos(Math.round(1_000_000_000d / gate.perSecond())), call.dividedBy(gate.concurrency()));
        Duration atGate = turn.multipliedBy(ahead + 1).plus(gate.breakerWait());
        return longest(atGate, login, call, retry, kafka).plus(BEYOND);
    }

    private static Duration longest(Duration... some) {
        return Collections.max(List.of(some));
    }
}
