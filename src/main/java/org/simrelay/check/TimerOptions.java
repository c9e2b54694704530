package org.simrelay.check;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;

/** What a timer is told beside its cron: Camel hands it to Quartz, which takes no notice of names and zones that it does not know. */
final class TimerOptions {

    private static final String TRIGGER = "trigger.";
    private static final String ZONE = TRIGGER + "timeZone";

    /** Setters of Quartz's triggers that mean something in a route (CronTriggerImpl, SimpleTriggerImpl). */
    private static final List<String> KNOWN = List.of(
            ZONE,
            TRIGGER + "priority",
            TRIGGER + "misfireInstruction",
            TRIGGER + "description",
            TRIGGER + "calendarName",
            TRIGGER + "startTime",
            TRIGGER + "endTime",
            TRIGGER + "repeatCount",
            TRIGGER + "repeatInterval");

    private TimerOptions() {}

    /** Words to go behind a parameter of a quartz endpoint, by its name. */
    static Map<String, String> wrong(Map<String, Object> parameters) {
        Map<String, String> words = new TreeMap<>();
        parameters.forEach((name, value) -> {
            String text = String.valueOf(value);
            if (KNOWN.contains(TRIGGER + name) || name.equalsIgnoreCase("timezone")) {
                words.put(
                        name,
                        "is no option of a timer (did you mean "
                                + (name.equalsIgnoreCase("timezone") ? ZONE : TRIGGER + name) + "?)");
            } else if (name.startsWith(TRIGGER) && !KNOWN.contains(name)) {
                words.put(name, "is nothing that a timer has" + Nearest.text(name, KNOWN));
            } else if (name.equals(ZONE) && isUnknown(text)) {
                words.put(
                        name,
                        "is \"" + text + "\", which is no time zone"
                                + (text.matches(
                                                "(?i).*(beijing|peking|china|shenzhen|guangzhou|gmt.?8|utc.?8|cst|北京|上海).*")
                                        ? " (China's is Asia/Shanghai)"
                                        : Nearest.text(text, List.of(TimeZone.getAvailableIDs()))));
            }
        });
        return words;
    }

    /** A cron in the address itself, where + stands for a space; the one beside it is for {@link CronCheck}. */
    static @Nullable String wrongCron(@Nullable Object inAddress) {
        String text = inAddress == null ? "" : String.valueOf(inAddress);
        return text.isEmpty() || text.contains("{{")
                ? null
                : CronForm.wrong(text.replace('+', ' '), Clock.systemUTC().instant());
    }

    /** The JDK, which Quartz asks, gives GMT for what it does not know. */
    private static boolean isUnknown(String zone) {
        return TimeZone.getTimeZone(zone).getID().equals("GMT") && !zone.equals("GMT");
    }
}
