package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;

/** Kafka is said to be away after some seconds without an answer, and each failed question makes the client anew. */
class KafkaProbeTest {

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
    private final List<String> calls = new ArrayList<>();

    /** A client that fails whatever it is asked. */
    private Admin failing() {
        calls.add("made");
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (self, method, arguments) -> {
                    calls.add(method.getName());
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new KafkaException("away");
                });
    }

    @Test
    void itIsAwayAfterTenSecondsWithoutAnAnswer() {
        try (KafkaProbe probe = new KafkaProbe(this::failing, clock)) {
            clock.move(Duration.ofSeconds(9));
            probe.run();
            assertThat(probe.isAnswering()).isTrue();
            clock.move(Duration.ofSeconds(2));
            probe.run();
            assertThat(probe.isAnswering()).isFalse();
            assertThat(calls).containsExactly("made", "describeCluster", "close", "made", "describeCluster", "close");
        }
    }

    @Test
    void aClientThatCannotBeMadeIsNoAnswer() {
        try (KafkaProbe probe = new KafkaProbe(
                () -> {
                    throw new KafkaException("no such host");
                },
                clock)) {
            clock.move(Duration.ofSeconds(11));
            probe.run();
            assertThat(probe.isAnswering()).isFalse();
        }
    }
}
