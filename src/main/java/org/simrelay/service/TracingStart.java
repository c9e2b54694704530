package org.simrelay.service;

import org.apache.camel.CamelContext;
import org.simrelay.config.Settings;
import org.simrelay.sweep.SweepListeners;
import org.simrelay.trace.Tracing;
import org.simrelay.trace.TracingSwitch;

/** Lets sweeps be traced, where the settings say so. */
final class TracingStart {

    private TracingStart() {}

    /**
     * From now on, until the context stops; nothing where it is off.
     *
     * @throws org.simrelay.config.SettingsException when it cannot
     */
    static void on(CamelContext context, Settings settings) {
        if (!TracingSwitch.isOn(settings)) {
            return;
        }
        Tracing tracing = Tracing.start(settings.values().environment());
        context.getRegistry().bind("tracing", tracing, null, "close");
        context.getRegistry()
                .lookupByNameAndType("sweepListeners", SweepListeners.class)
                .add(tracing.listener());
    }
}
