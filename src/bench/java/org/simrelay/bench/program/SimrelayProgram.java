package org.simrelay.bench.program;

import java.nio.file.Path;
import java.util.List;
import org.simrelay.config.Installation;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** The service as it is shipped: its jar, its config/ and its routes/, told to sweep instead of waiting for its timer. */
final class SimrelayProgram implements Program {

    private final ProgramSettings settings;
    private final Service service;

    SimrelayProgram(ProgramSettings settings) {
        this.settings = settings;
        String poll = settings.workload().poll();
        this.service = ServiceStart.start(Installation.open(Path.of(""), System.getenv()), List.of(poll));
    }

    @Override
    public long sweep() {
        SweepEnd end = service.byHand()
                .sweep(settings.workload().poll())
                .values()
                .iterator()
                .next();
        if (end.result() != SweepResult.COMPLETE) {
            throw new IllegalStateException("the sweep ended " + end);
        }
        return settings.cards();
    }
}
