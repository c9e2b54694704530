package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.LogLines;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.reply.Answer;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.SortedAnswer;
import org.simrelay.sweep.SourceStatus;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** A line a minute of a sweep that takes longer. */
class ProgressLogTest {

    @RegisterExtension
    private final LogLines log = new LogLines(ProgressLog.class.getName());

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final ProgressLog progress = new ProgressLog(clock, ZoneId.of("Asia/Shanghai"));
    private final Sweep sweep = TestSweeps.of("iotbos-usage", clock, Map.of());
    private @Nullable Long expected = 1000L;
    private int passes = 1;

    /** A source that knows its cards and asks none. */
    private final class Known implements CardSource {
        @Override
        public @Nullable Request next() {
            return null;
        }

        @Override
        public SortedAnswer sort(Request request, Answer answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SourceStatus status() {
            return SourceStatus.ofList(expected, null, null, 50, passes);
        }
    }

    private List<String> afterSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.move(Duration.ofSeconds(1));
            progress.run();
        }
        return log.lines();
    }

    @Test
    void onceAMinuteWithItsExpectedEnd() {
        progress.begun(sweep, false);
        sweep.from(new Known());
        assertThat(afterSeconds(59)).isEmpty();
        sweep.counts().published.set(90);
        sweep.counts().failed.set(10);
        assertThat(afterSeconds(1))
                // 100 in a minute, 900 in nine more: in the vendor's zone
                .containsExactly(
                        "INFO " + sweep + ": 90 of 1000 published, 10 failed, ends about 2026-11-22T16:10+08:00");
        assertThat(afterSeconds(59)).hasSize(1);
        assertThat(afterSeconds(1)).hasSize(2);
        progress.ended(sweep, new SweepEnd(SweepResult.COMPLETE, null));
        assertThat(afterSeconds(300)).hasSize(2);
    }

    @Test
    void whatARunBeforeThisOneDidIsNoPaceOfThisOne() {
        sweep.counts().published.set(500);
        progress.begun(sweep, true);
        sweep.from(new Known());
        sweep.counts().published.set(600);
        assertThat(afterSeconds(60))
                .containsExactly(
                        "INFO " + sweep + ": 600 of 1000 published, 0 failed, ends about 2026-11-22T16:05+08:00");
    }

    @Test
    void aListIsReadAsOftenAsItsPassesSay() {
        passes = 2;
        progress.begun(sweep, false);
        sweep.from(new Known());
        sweep.counts().published.set(1000);
        sweep.counts().duplicates.set(500);
        assertThat(afterSeconds(60))
                // 1500 of 2000 readings in a minute
                .containsExactly(
                        "INFO " + sweep + ": 1000 of 1000 published, 0 failed, ends about 2026-11-22T16:01+08:00");
    }

    @Test
    void whatIsNotKnownIsSaidSo() {
        expected = null;
        progress.begun(sweep, false);
        assertThat(afterSeconds(60))
                .containsExactly(
                        "INFO " + sweep + ": 0 of (not known yet) published, 0 failed, ends about (not known yet)");
        expected = 1000L;
        sweep.from(new Known());
        assertThat(afterSeconds(60))
                .last()
                .isEqualTo("INFO " + sweep + ": 0 of 1000 published, 0 failed, ends about (not known yet)");
    }
}
