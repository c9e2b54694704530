package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.simrelay.InventoryChange;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** Whatever becomes of the inventory at the eighth request, the sweep is complete over the cards that it began with. */
final class RewrittenInventoryTest extends RealRoutes {

    private static final int AT_REQUEST = 8;
    private static final List<String> CARDS = Cards.inventory(2_000);

    @TempDir
    private Path temp;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @SuppressWarnings("NullAway.Init")
    private VendorSimulator vendor;

    private volatile Runnable meanwhile = () -> {};

    @ParameterizedTest
    @EnumSource
    void theSweepIsOverTheCardsItBeganWith(InventoryChange change) throws Exception {
        signatures();
        meanwhile = () -> change.happen(file, CARDS);
        String name = "iotbos-usage@" + clock.instant();
        sweep("iotbos-usage");
        Accounted sweep = Accounted.of(name, records());
        assertThat(sweep.outcome()).as(sweep.end().toString()).isEqualTo("complete");
        assertThat(sweep.number("expected")).isEqualTo(CARDS.size());
        assertThat(sweep.number("published")).isEqualTo(CARDS.size());
        assertThat(sweep.events()).containsExactlyInAnyOrderElementsOf(CARDS);
        assertThat(vendor.counters().requests()).isGreaterThan(AT_REQUEST);
    }

    @Override
    protected void setupResources() throws IOException {
        file = Files.write(temp.resolve("cards.csv"), CARDS);
        vendor = VendorSimulator.start(new SimulatorConfig()
                .iotbos(ACCOUNT, IOTBOS_SECRET)
                .arrears(0)
                .clock(new CallCounter(clock, () -> meanwhile.run())));
        prepare(Map.of("iotbos.url", vendor.iotbosUrl(), "cards.file", file.toString()), List.of());
    }

    @Override
    protected void cleanupResources() {
        vendor.close();
    }

    /** The simulator's clock, which it asks at each request: does something at one of them. */
    private static final class CallCounter extends Clock {
        private final Clock clock;
        private final Runnable work;
        private final AtomicInteger calls = new AtomicInteger();

        private CallCounter(Clock clock, Runnable work) {
            this.clock = clock;
            this.work = work;
        }

        @Override
        public Instant instant() {
            if (calls.incrementAndGet() == AT_REQUEST) {
                work.run();
            }
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return clock.withZone(zone);
        }
    }
}
