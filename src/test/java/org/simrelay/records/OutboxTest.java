package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.event.Attributes;
import org.simrelay.event.Event;
import org.simrelay.sweep.Sweep;

/** Records that Kafka did not take are kept, bounded, and sent before the next ones. */
class OutboxTest {

    private final MovingClock clock = new MovingClock("2026-11-22T08:00:00Z");
    private final CamelContext context = new DefaultCamelContext();
    private final Outbox outbox = new Outbox(clock);

    private Sent record(String key) {
        Attributes attributes = new Attributes("simrelay.sweep.v1", "/cmiot/main", "a sweep");
        Event event = attributes.at(Instant.EPOCH).event(key, key, new byte[0]);
        return new Sent(context, "sim.sweeps", key, event);
    }

    private Exchange refused() {
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new TimeoutException("no broker"));
        return exchange;
    }

    /** What is sent once the pause is over. */
    private List<Sent> sent(Sent... records) {
        clock.move(Duration.ofSeconds(6));
        return outbox.withKept(List.of(records), new DefaultExchange(context));
    }

    @Test
    void rightAfterKafkaTookNothingNothingIsTried() {
        outbox.keep(List.of(record("a")), refused());
        Exchange exchange = new DefaultExchange(context);
        assertThat(outbox.withKept(List.of(record("b")), exchange)).isEmpty();
        assertThat(exchange.getProperty("unsent")).isEqualTo(true);
        assertThat(outbox.isDue()).isFalse();
        clock.move(Duration.ofSeconds(6));
        assertThat(outbox.isDue()).isTrue();
        assertThat(sent()).extracting(Sent::key).containsExactly("a", "b");
        assertThat(outbox.isDue()).isFalse();
    }

    @Test
    void whatWasKeptIsSentOnceAndBeforeWhatIsNew() {
        outbox.keep(List.of(record("a"), record("b")), refused());
        outbox.keep(List.of(record("c")), refused());
        assertThat(sent(record("d"))).extracting(Sent::key).containsExactly("a", "b", "c", "d");
        assertThat(sent(record("e"))).extracting(Sent::key).containsExactly("e");
    }

    @Test
    void aRecordThatIsSentAgainHasItsTopicAndNoRefusal() {
        Sent sent = record("a");
        sent.getExchange().setException(new TimeoutException("no broker"));
        sent.removeHeader(KafkaConstants.OVERRIDE_TOPIC);
        outbox.keep(List.of(sent), refused());
        assertThat(sent()).singleElement().satisfies(again -> {
            assertThat(again.getHeader(KafkaConstants.OVERRIDE_TOPIC)).isEqualTo("sim.sweeps");
            assertThat(again.refusal()).isNull();
        });
    }

    @Test
    void theSweepStopsAndTheRouteLearnsThatTheyAreUnsent() {
        Sweep sweep = TestSweeps.of("iotbos-usage");
        Exchange exchange = refused();
        exchange.setProperty("sweep", sweep);
        outbox.keep(List.of(record("a")), exchange);
        assertThat(exchange.getProperty("unsent")).isEqualTo(true);
        assertThat(sweep.stopReason()).contains("no broker");
    }

    @Test
    void noMoreThanTenThousandAreKeptAndTheOldestAreGivenUp() {
        List<Sent> many =
                IntStream.range(0, 10_003).mapToObj(i -> record("k" + i)).toList();
        outbox.keep(many, refused());
        assertThat(sent()).hasSize(10_000).first().extracting(Sent::key).isEqualTo("k3");
    }
}
