package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.config.SettingsException;

/** What is not known to be fenced is not called so. */
class FenceAllTest {

    private static final List<String> ACCOUNTS = List.of("/cmiot/main", "/iotbos/main");

    private final FakeLedgerKafka kafka = new FakeLedgerKafka();
    private final Ledgers ledgers = new Ledgers(
            id -> {
                if (id.contains("iotbos")) {
                    throw new StackOverflowError("in the client");
                }
                return kafka.producer(id);
            },
            new MovingClock(TestSweeps.START),
            System::nanoTime);

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void anErrorOfTheClientIsARefusal() {
        assertThat(ledgers.refusals(ACCOUNTS)).containsOnlyKeys("/iotbos/main");
        assertThatThrownBy(() -> ledgers.fence(ACCOUNTS))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("/iotbos/main");
    }
}
