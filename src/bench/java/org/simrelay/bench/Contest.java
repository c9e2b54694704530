package org.simrelay.bench;

import java.nio.file.Path;
import java.time.Duration;
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
    private static final double STILL_WARMING = 1.02;
    private static final int PATIENCE = 5;

    private final Plan plan;
    private final Duration warmUp;
    private final int turns;
    private final List<ProgramProcess> programs = new ArrayList<>();
    private final Map<ProgramKind, List<Round>> rounds = new EnumMap<>(ProgramKind.class);

    Contest(Plan plan, Scenario scenario, Path folder, String url, String brokers, Path inventory) {
        this.plan = plan;
        this.warmUp = Plan.warmUp(scenario);
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

    /** Sweeps until sweeping again makes it no faster. */
    void warmUp() {
        for (ProgramProcess program : programs) {
            double best = 0;
            int noFaster = 0;
            long until = System.nanoTime() + warmUp.toNanos();
            for (int i = 0; i < Plan.MOST_WARMUPS && System.nanoTime() < until; i++) {
                double rate = program.sweep(Plan.SWEEP).cardsPerSecond();
                noFaster = rate > best * STILL_WARMING ? 0 : noFaster + 1;
                best = Math.max(best, rate);
                if (i + 1 >= plan.warmups() && noFaster >= PATIENCE) {
                    break;
                }
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
