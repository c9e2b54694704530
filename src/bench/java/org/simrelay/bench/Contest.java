package org.simrelay.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    Contest(Plan plan, Scenario scenario, Path folder, String url, String brokers, Path inventory) {
        this.plan = plan;
        this.scenario = scenario;
        this.turns = plan.rounds(scenario);
        try {
            for (ProgramKind kind : plan.programs(scenario)) {
                ProgramSettings settings = new ProgramSettings(
                        scenario.workload(),
                        url,
                        brokers,
                        inventory,
                        plan.cards(kind, scenario),
                        scenario.concurrency(),
                        ProgramSettings.UNLIMITED);
                Path log = folder.resolve(kind.label() + "-" + scenario + ".log");
                programs.add(ProgramProcess.start(kind, settings, plan.jvm(), log));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The programs must do the work, and the service and plain Java the same, or to compare their rates says nothing. */
    void prove(Proof proof) {
        Optional<ProgramProcess> floor = programs.stream()
                .filter(program -> program.kind() == ProgramKind.FLOOR)
                .findFirst();
        for (ProgramProcess program : programs) {
            if (ALIKE.contains(program.kind()) && floor.isPresent()) {
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
