package org.simrelay.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.simrelay.config.PropertyLines;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;

/** Keys of ours that have another name now: one that is set by its former name would set nothing, and is refused with the new one. */
final class RenamedKeys {

    private static final List<Renamed> ALL = List.of(
            new Renamed("retries.first-wait", "retry.initial-delay", "a duration such as 1s"),
            new Renamed("retries.longest-wait", "retry.max-delay", "a duration such as 30s"),
            new Renamed("<vendor>.retries", "<vendor>.max-attempts", "a number that counts the first attempt too"));

    private record Renamed(String former, String now, String form) {
        Renamed of(String vendor) {
            return new Renamed(former.replace("<vendor>", vendor), now.replace("<vendor>", vendor), form);
        }
    }

    private final Settings settings;
    private final Map<String, Renamed> byFormer = new LinkedHashMap<>();

    RenamedKeys(Settings settings, Collection<String> vendors) {
        this.settings = settings;
        for (Renamed renamed : ALL) {
            vendors.forEach(vendor -> byFormer.put(renamed.of(vendor).former(), renamed.of(vendor)));
        }
    }

    /** Whether it is the former name of a key. */
    boolean contains(String key) {
        return byFormer.containsKey(SettingValues.withoutFile(key));
    }

    /** Whether a variable of the environment is that of a key's former name. */
    boolean containsVariable(String name) {
        return byFormer.keySet().stream()
                .anyMatch(key -> name.equals(Settings.variable(key))
                        || name.equals(Settings.variable(key + SettingValues.FILE)));
    }

    /** One message a place where a former name is set. */
    List<String> problems() {
        List<String> wrong = new ArrayList<>();
        Map<String, PropertyLines.Entry> lines = settings.values().lines().entries();
        byFormer.forEach((former, renamed) -> {
            for (String end : List.of("", SettingValues.FILE)) {
                PropertyLines.Entry line = lines.get(former + end);
                if (line != null) {
                    wrong.add(settings.file() + " line " + line.line() + ": " + line.key() + " is now " + renamed.now()
                            + end + ", " + renamed.form() + "; rename it");
                }
                String variable = Settings.variable(former + end);
                if (settings.values().environment().containsKey(variable)) {
                    wrong.add(variable + " in the environment is now " + Settings.variable(renamed.now() + end) + ", "
                            + renamed.form() + "; rename it");
                }
            }
        });
        return wrong;
    }
}
