package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.page.SweepNow.Begun;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Forecast;
import org.simrelay.sweep.SourceStatus;
import org.simrelay.sweep.Sweep;

/** When a sweep will end, if its cards go on coming as they did here. */
class SweepNowTest {

    private static final Instant START = Instant.parse(TestSweeps.START);

    private static @Nullable Instant end(Begun begun, long done, long expected, Instant now) {
        Duration took = Duration.between(begun.at(), now);
        return SweepNow.expectedEnd(Forecast.left(done, begun.done(), expected, took), took, now);
    }

    @Test
    void halfTheCardsInAMinuteAreAMinuteMore() {
        assertThat(end(new Begun(START, 0), 500, 1_000, START.plusSeconds(60))).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void whatAnEarlierProcessPublishedSaysNothingOfTheSpeed() {
        assertThat(end(new Begun(START, 800), 900, 1_000, START.plusSeconds(60)))
                .isEqualTo(START.plusSeconds(120));
    }

    @Test
    void nothingIsSaidTooSoonOrWithoutACardOrWhenAllAreDone() {
        Begun begun = new Begun(START, 0);
        assertThat(end(begun, 1, 1_000, START.plusSeconds(1))).isNull();
        assertThat(end(begun, 0, 1_000, START.plusSeconds(60))).isNull();
        assertThat(end(begun, 1_000, 1_000, START.plusSeconds(60))).isNull();
    }

    @Test
    void aSweepIsSeenFromItsBeginning() {
        MovingClock clock = new MovingClock(TestSweeps.START);
        SweepWatch watch = new SweepWatch(clock);
        Sweep sweep = TestSweeps.of("iotbos-usage");
        sweep.resumePoint().expect(100);
        watch.begun(sweep, false);
        clock.move(Duration.ofSeconds(30));
        sweep.counts().published.set(8);
        sweep.counts().unchanged.set(12);
        sweep.counts().failed.set(10);
        SweepNow now = SweepNow.of(sweep, watch.begun("iotbos-usage"), clock.instant());
        assertThat(now.expected()).isEqualTo(100);
        assertThat(now.unchanged()).isEqualTo(12);
        assertThat(now.expectedEnd()).isEqualTo(START.plusSeconds(100));
    }

    @Test
    void aListThatIsReadTwiceIsNotOverAfterTheFirstReading() {
        MovingClock clock = new MovingClock(TestSweeps.START);
        Sweep sweep = TestSweeps.of("iotbos-usage", clock, Map.of());
        SourceStatus twice = SourceStatus.ofList(1_000L, null, null, 50, 2);
        sweep.from((CardSource) Proxy.newProxyInstance(
                CardSource.class.getClassLoader(),
                new Class<?>[] {CardSource.class},
                (source, method, arguments) -> method.getName().equals("status") ? twice : null));
        Begun begun = new Begun(START, 0);
        sweep.counts().published.set(500);
        // 500 of 2000 readings in a minute
        assertThat(SweepNow.of(sweep, begun, START.plusSeconds(60)).expectedEnd())
                .isEqualTo(START.plusSeconds(240));
        sweep.counts().published.set(1_000);
        sweep.counts().duplicates.set(500);
        assertThat(SweepNow.of(sweep, begun, START.plusSeconds(180)).expectedEnd())
                .isEqualTo(START.plusSeconds(240));
    }
}
