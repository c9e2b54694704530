package org.simrelay.trace;

import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** The setting {@code tracing.enabled}. Names no class of OpenTelemetry, so that none is loaded where it is off. */
public final class TracingSwitch {

    private static final String KEY = "tracing.enabled";

    private TracingSwitch() {}

    /**
     * Whether spans are made.
     *
     * @throws SettingsException when it is set to what is neither true nor false
     */
    public static boolean isOn(Settings settings) {
        return settings.flag(KEY, false);
    }

    /**
     * Whether it can be started as the environment says; asks nobody.
     *
     * @throws SettingsException when it cannot
     */
    public static void check(Settings settings) {
        if (isOn(settings)) {
            Tracing.start(settings.values().environment()).close();
        }
    }
}
