package org.simrelay.check;

import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.MaskedLog;

/** The setting {@code log.format}. */
final class LogFormat {

    private static final String KEY = "log.format";

    private LogFormat() {}

    /**
     * From now on the log is written as the setting says.
     *
     * @throws SettingsException for a format that there is not
     */
    static void apply(Settings settings) {
        String format = settings.require(KEY);
        switch (format) {
            case "text" -> {
                // as config/logback.xml has it
            }
            case "json" -> MaskedLog.asJson();
            default -> throw new SettingsException(KEY + " must be text or json; mend " + settings.place(KEY));
        }
    }
}
