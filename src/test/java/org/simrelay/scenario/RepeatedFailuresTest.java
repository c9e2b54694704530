package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.simrelay.Warnings;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepListener;
import org.simrelay.sweep.SweepListeners;

/** Through the real routes: a request that fails in sweep after sweep is told once, each sweep's end each time. */
final class RepeatedFailuresTest extends RealRoutes {

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    @Override
    protected void setupResources() {
        prepare(Map.of("cmiot.url", "http://127.0.0.1:9", "cmiot.max-attempts", "2"), List.of());
    }

    @Test
    void aRequestThatFailsAgain() throws Exception {
        signatures();
        AtomicInteger begun = new AtomicInteger();
        context.getRegistry()
                .lookupByNameAndType("sweepListeners", SweepListeners.class)
                .add(new SweepListener() {
                    @Override
                    public void attemptBegun(Sweep sweep, Request request) {
                        begun.incrementAndGet();
                    }
                });
        sweep("cmiot-arrearage");
        sweep("cmiot-arrearage");
        assertThat(warnings.lines())
                .filteredOn(line -> line.contains("page-1 failed after 2 attempts"))
                .hasSize(1);
        assertThat(warnings.lines())
                .filteredOn(line -> line.contains(" failed: 0 published"))
                .hasSize(2);
        assertThat(values("sim.failures")).hasSize(2);
        assertThat(begun).hasValue(4);
    }
}
