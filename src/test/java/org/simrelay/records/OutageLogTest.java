package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.Warnings;
import org.simrelay.kafka.EventAttributes;

/** While Kafka is away, which is said once for all, an account's ledger has nothing to warn of each time it tries. */
class OutageLogTest {

    private static final String ACCOUNT = "/iotbos/main";

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final AtomicInteger tries = new AtomicInteger();
    private final Ledgers ledgers = new Ledgers(
            id -> {
                tries.incrementAndGet();
                return kafka.producer(id);
            },
            Clock.systemUTC(),
            System::nanoTime);

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void anAccountThatIsTriedAgainAndAgainWarnsOfNothing() {
        kafka.away = true;
        EventAttributes attributes = new EventAttributes("simrelay.test.v1", ACCOUNT, "sweep");
        LedgerEntry entry = new LedgerEntry(
                ACCOUNT,
                "sweep",
                "sim.sweeps",
                "key",
                attributes.at(Instant.EPOCH).event("id", "sweep", Json.bytes(Json.MAPPER.createObjectNode())));
        assertThat(ledgers.of(ACCOUNT).commit(List.of(entry))).isEqualTo(Said.NOT_YET);
        int first = tries.get();
        await().atMost(Duration.ofMinutes(1)).until(() -> tries.get() > first + 1);
        kafka.away = false;
        await().atMost(Duration.ofMinutes(1)).until(() -> !kafka.committed().isEmpty());
        // that records are kept until it is back is said once
        assertThat(warnings.lines()).hasSizeLessThan(2).noneMatch(line -> line.contains("another process"));
    }
}
