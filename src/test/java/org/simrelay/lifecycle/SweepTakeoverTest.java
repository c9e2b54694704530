package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.records.Checkpoint;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.SweepId;

/** Which sweeps have ended, by the places that Kafka remembers. */
class SweepTakeoverTest {

    private static final String POLL = "iotbos-usage";
    private static final Instant START = Instant.parse(TestSweeps.START);

    private final Map<String, Checkpoint> places = new HashMap<>();

    private static SweepId id(int second) {
        return new SweepId(POLL, START.plusSeconds(second));
    }

    private void place(String key, SweepId id, boolean timed, boolean open) {
        places.put(key, new Checkpoint(id, START, timed, open, Progress.NONE, 100L, 0, 0, 1, 0, 0, START));
    }

    private boolean hasEnded(SweepId id) {
        SavedState state = new SavedState(
                places, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        Predicate<String> ended = SweepTakeover.ended(state);
        return ended.test(id.toString());
    }

    @Test
    void onTheTimerThePollsPlaceTells() {
        place(POLL, id(60), true, true);
        assertThat(hasEnded(id(0))).isTrue();
        assertThat(hasEnded(id(60))).isFalse();
        assertThat(hasEnded(id(120))).isFalse();
        place(POLL, id(60), true, false);
        assertThat(hasEnded(id(60))).isTrue();
    }

    @Test
    void byHandItsOwnTellsThoughThePollsIsOfALaterOne() {
        // as behind a clock that was set back
        place(POLL, id(60), true, false);
        place(id(30).toString(), id(30), false, true);
        assertThat(hasEnded(id(30))).isFalse();
        places.remove(id(30).toString());
        assertThat(hasEnded(id(30))).isTrue();
    }
}
