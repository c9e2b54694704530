package org.simrelay.service;

import java.time.Clock;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.Preflight;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.DryRunKafka;

/** Starts the routes, after all else was looked at: Camel's own findings are the last ones. */
final class FirstStart {

    private FirstStart() {}

    /**
     * As {@link #of(Preflight, Clock, Supplier)}, by the machine's clocks.
     *
     * @param kafka keeps what would be published; null to publish it
     */
    static Service of(Installation home, Preflight preflight, @Nullable DryRunKafka kafka) {
        Clock clock = Clock.systemUTC();
        return of(preflight, clock, () -> CamelMain.of(home, clock, new MonotonicClock(), kafka));
    }

    /**
     * Starts what is made, where all that was looked at is good; no timer fires.
     *
     * @throws SettingsException with everything that is wrong
     */
    static Service of(Preflight preflight, Clock clock, Supplier<Main> main) {
        preflight.done();
        Main made = main.get();
        Service service = new Service(made, clock);
        try {
            made.start();
            preflight.beans(service.context().getRegistry());
            preflight.done();
            return service;
        } catch (Exception e) {
            service.close();
            throw e instanceof SettingsException known ? known : preflight.said(e);
        }
    }
}
