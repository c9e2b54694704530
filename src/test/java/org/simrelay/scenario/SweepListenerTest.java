package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.Warnings;
import org.simrelay.lifecycle.LastEnds;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.reply.Outcome;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;
import org.simrelay.sweep.SweepListeners;

/** A listener is told of a sweep's whole life, from the real routes. */
final class SweepListenerTest extends RealRoutes {

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    private final List<String> told = new CopyOnWriteArrayList<>();

    @TempDir
    private Path temp;

    @Override
    protected void setupResources() throws IOException {
        Path cards = Files.writeString(temp.resolve("cards.csv"), "1060000000001\n");
        prepare(
                Map.of(
                        "iotbos.url",
                        "http://127.0.0.1:9",
                        "cmiot.url",
                        "http://127.0.0.1:9",
                        "cmiot.max-attempts",
                        "3",
                        "cards.file",
                        cards.toString()),
                List.of());
    }

    @BeforeEach
    void listen() {
        signatures();
        SweepListeners listeners = context.getRegistry().lookupByNameAndType("sweepListeners", SweepListeners.class);
        listeners.add(new SweepListener() {
            @Override
            public void begun(Sweep sweep, boolean resumed) {
                throw new IllegalStateException("a listener that breaks costs nothing");
            }
        });
        listeners.add(new Recorder());
    }

    @Test
    void ofEachAttemptTheRequestAndTheEndThatKafkaHas() throws Exception {
        sweep("cmiot-arrearage");
        assertThat(told)
                .containsExactly(
                        "begun",
                        "attempt page-1 transient",
                        "attempt page-1 transient",
                        "attempt page-1 transient",
                        "done page-1",
                        "ended failed",
                        "recorded failed");
        LastEnds ends = context.getRegistry().lookupByNameAndType("lastEnds", LastEnds.class);
        assertThat(ends.of("cmiot-arrearage"))
                .extracting(end -> end.result().word())
                .isEqualTo("failed");
    }

    @Test
    void ofOneThatIsSuspendedAndOneThatIsSkipped() throws Exception {
        Sweeps sweeps = context.getRegistry().lookupByNameAndType("sweeps", Sweeps.class);
        sweeps.whileIdle("iotbos-usage", () -> tick("iotbos-usage"));
        assertThat(told).containsExactly("skipped");
        // its timer was made anew within the second
        tick("iotbos-usage");
        assertThat(told).containsExactly("skipped");
        clock.forward(Duration.ofSeconds(1));
        assertThat(warnings.lines()).noneMatch(line -> line.contains("could not be recorded"));
        sweeps.running().stopAll("the service was stopped");
        tick("iotbos-usage");
        assertThat(told).containsExactly("skipped", "begun", "suspended");
    }

    private final class Recorder implements SweepListener {
        @Override
        public void begun(Sweep sweep, boolean resumed) {
            told.add(resumed ? "resumed" : "begun");
        }

        @Override
        public void attemptDone(Sweep sweep, Request request, Outcome outcome, Duration took) {
            told.add("attempt " + request.id() + " " + outcome.word());
        }

        @Override
        public void requestDone(Sweep sweep, Request request) {
            told.add("done " + request.id());
        }

        @Override
        public void ended(Sweep sweep, SweepEnd end) {
            told.add("ended " + end.result().word());
        }

        @Override
        public void recorded(Sweep sweep, SweepEnd end) {
            told.add("recorded " + end.result().word());
        }

        @Override
        public void skipped(Sweep sweep, SweepEnd end) {
            told.add("skipped");
        }

        @Override
        public void suspended(Sweep sweep) {
            told.add("suspended");
        }
    }
}
