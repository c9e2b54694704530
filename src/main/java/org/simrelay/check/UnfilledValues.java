package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import org.simrelay.config.Nearest;
import org.simrelay.config.Placeholders;
import org.simrelay.config.PropertyLines;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** Values of the settings' file that name a setting which has none: they would be used with their braces. */
final class UnfilledValues {

    private UnfilledValues() {}

    /** One message a value, with the place; the value is not quoted. */
    static List<String> problems(Settings settings) {
        List<String> wrong = new ArrayList<>();
        for (PropertyLines.Entry line : settings.values().lines().entries().values()) {
            for (String named : Placeholders.needed(line.value())) {
                if (isUnset(settings, named)) {
                    wrong.add(line.key() + " names {{" + named + "}}, which is not set"
                            + Nearest.text(named, settings.values().keys()) + "; mend "
                            + settings.place(SettingValues.withoutFile(line.key())));
                }
            }
        }
        return wrong;
    }

    private static boolean isUnset(Settings settings, String key) {
        try {
            return settings.find(key).isEmpty();
        } catch (SettingsException e) {
            // said where it is read
            return false;
        }
    }
}
