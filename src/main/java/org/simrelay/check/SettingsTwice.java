package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.simrelay.config.PropertyLines;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;

/** Values that are set twice in one place, by the key itself and by {@code <key>-file}: one of them is never read. */
final class SettingsTwice {

    private SettingsTwice() {}

    /** One message each, to warn of; that the environment goes before the settings' file is meant. */
    static List<String> doubtful(Settings settings) {
        List<String> doubtful = new ArrayList<>();
        Map<String, PropertyLines.Entry> lines = settings.values().lines().entries();
        lines.forEach((key, line) -> {
            PropertyLines.Entry other = lines.get(key + SettingValues.FILE);
            if (other != null && !line.value().isBlank() && !other.value().isBlank()) {
                doubtful.add(line.key() + " is set by itself and by " + other.key()
                        + ", whose file is not read; leave one of them, " + settings.file() + " line " + line.line()
                        + " or line " + other.line());
            }
        });
        Map<String, String> environment = settings.values().environment();
        for (String key : settings.values().keys()) {
            String variable = Settings.variable(key);
            String file = Settings.variable(key + SettingValues.FILE);
            if (!environment.getOrDefault(variable, "").isBlank()
                    && !environment.getOrDefault(file, "").isBlank()) {
                doubtful.add(key + " is set by " + variable + " and by " + file
                        + ", whose file is not read; unset one of them in the environment");
            }
        }
        return doubtful;
    }
}
