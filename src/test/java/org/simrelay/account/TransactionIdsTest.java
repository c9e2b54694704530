package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.MovingClock;
import org.simrelay.Warnings;

/** CMIOT's rule: time and 8 digits, never the same twice. */
class TransactionIdsTest {

    private static final String NOON = "2026-11-22T04:00:00.400Z";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    private final MovingClock clock = new MovingClock(NOON);

    private static String next(TransactionIds ids) {
        try {
            return ids.next();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TransactionIds started(String instance, int offset) {
        TransactionIds ids = new TransactionIds(clock, instance, offset);
        clock.move(SECOND);
        return ids;
    }

    @Test
    void isTheTimeInShanghaiTheInstanceAndACounter() throws Exception {
        TransactionIds ids = started("07", 41);
        assertThat(ids.next()).isEqualTo("20261122120001" + "07" + "000041");
        assertThat(ids.next()).isEqualTo("20261122120001" + "07" + "000042");
    }

    @Test
    void neverUsesTheSecondInWhichItWasMade() throws Exception {
        Clock ticking = new Clock() {
            @Override
            public Instant instant() {
                clock.move(Duration.ofMillis(100));
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        // the service died within this second, having used some of it, and is here again
        assertThat(new TransactionIds(ticking, "00", 0).next()).startsWith("20261122120001");
    }

    @Test
    void holdsItsSecondWhileTheClockGoesBack() throws Exception {
        TransactionIds ids = started("00", 0);
        Set<String> seen = new HashSet<>();
        seen.add(ids.next());
        clock.move(Duration.ofHours(-1));
        for (int i = 0; i < 1000; i++) {
            String id = ids.next();
            assertThat(id).startsWith("20261122120001");
            assertThat(seen.add(id)).isTrue();
        }
    }

    @Test
    @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void goesOnAtOnceWhenTheClockWasSetBackBeforeTheFirst() throws InterruptedException {
        TransactionIds ids = new TransactionIds(clock, "00", 41);
        clock.move(Duration.ofHours(-1));
        assertThat(ids.next()).isEqualTo("20261122120001" + "00" + "000041");
        assertThat(ids.next()).isEqualTo("20261122120001" + "00" + "000042");
        assertThat(warnings.lines()).singleElement().asString().contains("set back behind 20261122120000");
        // the clock comes to that second by itself, and nothing is used twice
        clock.move(Duration.ofHours(1).plus(SECOND));
        assertThat(ids.next()).endsWith("000043");
        clock.move(SECOND);
        assertThat(ids.next()).isEqualTo("20261122120002" + "00" + "000041");
    }

    @Test
    @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aClockThatStandsStillIsNotWaitedForForEver() throws InterruptedException {
        TransactionIds ids = new TransactionIds(clock, "00", 0);
        assertThat(ids.next()).startsWith("20261122120001");
    }

    @Test
    @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoeverWaitsForTheNextSecondCanBeInterrupted() {
        TransactionIds ids = new TransactionIds(clock, "00", 0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(ids::next).isInstanceOf(InterruptedException.class);
    }

    @Test
    void rollsItsCounterOverWithinASecondAndNeverRepeats() throws Exception {
        TransactionIds ids = started("00", 999_999);
        assertThat(ids.next()).endsWith("999999");
        assertThat(ids.next()).endsWith("000000");
    }

    @Test
    void waitsForTheNextSecondAfterAMillionIds() throws Exception {
        TransactionIds ids = started("00", 0);
        for (int i = 0; i < 1_000_000; i++) {
            ids.next();
        }
        clock.move(SECOND);
        assertThat(ids.next()).startsWith("20261122120002").endsWith("000000");
    }

    @Test
    void isNeverTheSameForManyThreads() throws Exception {
        TransactionIds ids = started("00", 500_000);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 32).parallel().forEach(thread -> IntStream.range(0, 5_000)
                .forEach(i -> seen.add(next(ids))));
        assertThat(seen).hasSize(32 * 5_000);
    }

    @Test
    void differsBetweenInstances() throws Exception {
        assertThat(started("01", 0).next()).isNotEqualTo(started("02", 0).next());
    }

    @Test
    void refusesAnInstanceThatIsNotTwoDigits() {
        assertThatThrownBy(() -> new TransactionIds(clock, "7", 0)).hasMessageContaining("two digits");
    }
}
