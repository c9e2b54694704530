package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.lifecycle.Sweeps;

/** A timer that fires while the service is being stopped: its sweep is left for the next run, as one that began before. */
final class LateTickTest extends RealRoutes {

    @TempDir
    private Path temp;

    @Override
    protected void setupResources() throws IOException {
        Path cards = Files.writeString(temp.resolve("cards.csv"), "1060000000001\n1060000000002\n");
        prepare(Map.of("iotbos.url", "http://127.0.0.1:9", "cards.file", cards.toString()), List.of());
    }

    @Test
    void itsSweepHasNoEndAndIsOpenInTheCheckpoints() throws Exception {
        signatures();
        context.getRegistry()
                .lookupByNameAndType("sweeps", Sweeps.class)
                .running()
                .stopAll("the service was stopped");
        assertThat(tick("iotbos-usage").getException()).isNull();

        List<DryRunRecord> sweeps =
                records().stream().filter(r -> r.topic().equals("sim.sweeps")).toList();
        assertThat(sweeps).singleElement().satisfies(r -> assertThat(r.value()).contains("\"started\""));
        assertThat(records()).noneMatch(r -> r.topic().equals("sim.failures"));
        List<DryRunRecord> places = records().stream()
                .filter(r -> r.topic().equals("sim.checkpoints") && r.key().equals("iotbos-usage"))
                .toList();
        assertThat(places).isNotEmpty();
        assertThat(places.get(places.size() - 1).value()).contains("\"open\":true");
    }
}
