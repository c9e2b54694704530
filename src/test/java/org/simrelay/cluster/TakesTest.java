package org.simrelay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Lease.Standing;
import org.simrelay.cluster.Tenures.Tenure;
import org.simrelay.config.SettingsException;
import org.simrelay.lifecycle.SavedState;
import org.simrelay.records.FakeLedgerKafka;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Owner;

/** An account is fenced before it is read, read before anything goes on, and goes on only where it is this process's still. */
class TakesTest {

    private static final String ACCOUNT = "/iotbos/main";
    private static final Duration MOST = Duration.ofMinutes(1);

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Tenures tenures = new Tenures(() -> true);
    private final Ledgers ledgers = new Ledgers(
            id -> {
                said.add("producer " + id);
                return kafka.producer(id);
            },
            clock,
            System::nanoTime);
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();
    private final Map<String, Long> seconds = new ConcurrentHashMap<>();
    private volatile Runnable onRead = () -> {};
    private final Takes takes = new Takes(
            ledgers,
            new Places(48, () -> Set.of(ACCOUNT)),
            tenures,
            new Self("here:8077", "this", Optional.empty()),
            new Recorded(),
            clock);

    TakesTest() {
        ledgers.join(tenures, () -> null, 48);
    }

    @AfterEach
    void close() {
        takes.close();
        ledgers.close();
    }

    private final class Recorded implements Takes.Work {
        @Override
        public SavedState read() {
            said.add("read");
            onRead.run();
            return new SavedState(
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    Map.copyOf(owners),
                    Map.of(),
                    Map.copyOf(seconds));
        }

        @Override
        public Map<String, Owner> owners() {
            return Map.copyOf(owners);
        }

        @Override
        public void endFormer(Collection<String> accounts) {}

        @Override
        public void restore(SavedState state, Set<String> accounts) {
            said.add("restore " + accounts);
        }

        @Override
        public void beyond(String account, long second) {
            said.add("beyond " + second);
        }

        @Override
        public void resume(SavedState state, Set<String> accounts) {
            said.add("resume " + accounts + " " + tenures.of(ACCOUNT));
        }
    }

    private Tenure open() {
        return Objects.requireNonNull(tenures.open(ACCOUNT));
    }

    private static Owner former(@Nullable Instant until) {
        return new Owner(ACCOUNT, "there:8077", "that", Instant.parse(TestSweeps.START), until, 100);
    }

    @Test
    void itIsFencedThenReadThenSaidThenGoesOn() throws Exception {
        assertThat(tenures.of(ACCOUNT)).isEqualTo(Standing.GONE);
        takes.take(List.of(open()), Set.of());
        takes.first().get(60, TimeUnit.SECONDS);
        assertThat(said)
                .containsExactly(
                        "producer simrelay-iotbos-main",
                        "read",
                        "beyond 0",
                        "restore [/iotbos/main]",
                        "resume [/iotbos/main] HELD");
        assertThat(kafka.committed()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("owner/iotbos/main");
            assertThat(record.value()).contains("\"address\":\"here:8077\"", "\"instance\":\"this\"", "\"until\":null");
        });
    }

    @Test
    void whatIsTakenAwayMeanwhileDoesNotGoOn() {
        onRead = () -> tenures.end(List.of(ACCOUNT));
        takes.take(List.of(open()), Set.of());
        await().atMost(MOST).until(() -> takes.first().isDone());
        assertThat(said).noneMatch(word -> word.startsWith("resume [/iotbos/main] HELD"));
        assertThat(tenures.of(ACCOUNT)).isEqualTo(Standing.GONE);
    }

    @Test
    void transactionIdsGoOnBeyondThoseOfWhoHadIt() throws Exception {
        seconds.put(ACCOUNT, 107L);
        owners.put(ACCOUNT, former(clock.instant()));
        takes.take(List.of(open()), Set.of());
        takes.first().get(60, TimeUnit.SECONDS);
        assertThat(said).contains("beyond 107");
    }

    @Test
    void whoDiedWithItMayHaveUsedSomeSecondsMore() throws Exception {
        seconds.put(ACCOUNT, 107L);
        owners.put(ACCOUNT, former(null));
        takes.take(List.of(open()), Set.of());
        takes.first().get(60, TimeUnit.SECONDS);
        assertThat(said).contains("beyond 112");
    }

    @Test
    void whatCannotBeTakenIsSaidAndTriedAgain() {
        onRead = () -> {
            onRead = () -> {};
            throw new SettingsException("sim.checkpoints may not be read");
        };
        takes.take(List.of(open()), Set.of());
        assertThatThrownBy(() -> takes.first().get(60, TimeUnit.SECONDS)).hasMessageContaining("may not be read");
        await().atMost(MOST).untilAsserted(() -> assertThat(said).contains("resume [/iotbos/main] HELD"));
    }

    @Test
    void aCommandThatWasToldToTakeOverIsWaitedForAlsoByWhoHasJustStarted() throws Exception {
        owners.put(ACCOUNT, new Owner(ACCOUNT, "there:8077", Owner.COMMAND + "that", clock.instant(), null, 0));
        takes.take(List.of(open()), Set.of());
        // the service starts all the same
        takes.first().get(60, TimeUnit.SECONDS);
        assertThat(said).noneMatch(word -> word.startsWith("producer"));
        owners.put(ACCOUNT, former(clock.instant()));
        await().atMost(MOST).untilAsserted(() -> assertThat(said).contains("resume [/iotbos/main] HELD"));
    }

    @Test
    void whatNoFileNamesIsLookedForAgainWhereThatBroke() {
        onRead = () -> {
            onRead = () -> {};
            throw new SettingsException("Kafka is away");
        };
        takes.take(List.of(), Set.of(7));
        await().atMost(MOST).until(() -> takes.first().isDone());
        assertThat(takes.takeUnseen()).isTrue();
        assertThat(takes.takeUnseen()).isFalse();
    }
}
