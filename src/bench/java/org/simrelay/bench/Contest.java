package org.simrelay.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.bench.program.ProgramKind;
import org.simrelay.bench.program.ProgramProcess;
import org.simrelay.bench.program.ProgramSettings;
import org.simrelay.bench.program.Round;

/** The programs of a scenario: started together, warmed up one by one, then measured in turns. */
final class Contest implements AutoCloseable {

    private static final Set<ProgramKind> ALIKE = EnumSet.of(ProgramKind.SIMRELAY, ProgramKind.PLAIN_JAVA);

    private final Plan plan;
    private final Scenario scenario;
    private final int turns;
    private final List<ProgramProcess> programs = new ArrayList<>();
    private final Map<ProgramKind, List<Round>> rounds = new EnumMap<>(ProgramKind.class);

    /** @param baseline where the plan's other build publishes, apart, since two of them on one Kafka take turns as owner */
    Contest(
            Plan plan,
            Scenario scenario,
            Path folder,
            String url,
            String brokers,
            @Nullable String baseline,
            Path inventory) {
        this.plan = plan;
        this.scenario = scenario;
        this.turns = plan.rounds(scenario);
        try {
            for (ProgramKind kind : plan.programs(scenario)) {
                ProgramSettings settings = settings(kind, url, brokers, inventory);
                programs.add(ProgramProcess.start(kind, settings, plan.jvm(), log(folder, kind)));
            }
            if (baseline != null && plan.baseline() != null) {
                ProgramSettings settings = settings(ProgramKind.BASELINE, url, baseline, inventory);
                programs.add(ProgramProcess.start(
                        ProgramKind.BASELINE,
                        plan.baseline(),
                        settings,
                        plan.jvm(),
                        log(folder, ProgramKind.BASELINE)));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private ProgramSettings settings(ProgramKind kind, String url, String brokers, Path inventory) {
        return new ProgramSettings(
                scenario.workload(),
                url,
                brokers,
                inventory,
                plan.cards(kind, scenario),
                scenario.concurrency(),
                ProgramSettings.UNLIMITED);
    }

    private Path log(Path folder, ProgramKind kind) {
        return folder.resolve(kind.label() + "-" + scenario + ".log");
    }

    /** The programs must do the work, and the service and plain Java the same, or to compare their rates says nothing. */
    void prove(Proof proof, @Nullable Proof baseline) {
        Optional<ProgramProcess> floor = programs.stream()
                .filter(program -> program.kind() == ProgramKind.FLOOR)
                .findFirst();
        for (ProgramProcess program : programs) {
            if (program.kind() == ProgramKind.BASELINE) {
                Objects.requireNonNull(baseline).counts(program);
            } else if (ALIKE.contains(program.kind()) && floor.isPresent()) {
                proof.same(program, floor.get());
            } else if (program.kind() != ProgramKind.FETCH) {
                proof.counts(program);
            }
        }
    }

    /** Sweeps as often as is planned, while there is time. */
    void warmUp() {
        for (ProgramProcess program : programs) {
            long until =
                    System.nanoTime() + Plan.warmUp(program.kind(), scenario).toNanos();
            for (int i = 0; i < plan.warmups() && System.nanoTime() < until; i++) {
                var unused = program.sweep(Plan.SWEEP);
            }
        }
    }

    /** Measures all in turns, every second time in the other order, since neighbours share the machine's mood. */
    Map<ProgramKind, List<Round>> run() {
        List<ProgramProcess> order = new ArrayList<>(programs);
        for (int turn = 0; turn < turns; turn++) {
            for (ProgramProcess program : order) {
                Round swept = program.sweep(Plan.SWEEP);
                rounds.computeIfAbsent(program.kind(), kind -> new ArrayList<>())
                        .add(swept);
            }
            Collections.reverse(order);
        }
        return rounds;
    }

    @Override
    public void close() {
        programs.forEach(ProgramProcess::close);
    }
}
