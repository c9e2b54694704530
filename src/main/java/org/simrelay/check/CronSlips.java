package org.simrelay.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a cron that Quartz would name in no words that help. */
final class CronSlips {

    private static final Pattern STEP = Pattern.compile("/([0-9]{1,9})");
    private static final String[] NAMES = {"second", "minute", "hour"};
    private static final int[] MOST = {59, 59, 23};
    private static final int SIX = 6;

    private CronSlips() {}

    /** Words to go in brackets; empty where none of it is so. */
    static String of(String cron, String[] fields) {
        if (FullWidth.in(cron) >= 0) {
            return FullWidth.words(cron.charAt(FullWidth.in(cron)));
        }
        if (cron.contains("{") || cron.contains("$")) {
            return "a setting is written {{key}}, with two braces and nothing before them";
        }
        if (cron.contains("'") || cron.contains("\"")) {
            return "a quote stands in it, which has none";
        }
        if (cron.indexOf('\t') >= 0) {
            return "a tab stands in it, where a blank is due";
        }
        for (String field : fields) {
            if (field.endsWith(",") || field.startsWith(",")) {
                return "a blank stands beside a comma, which then begins another field";
            }
        }
        if (fields.length >= SIX && fields[3].equals("?") && fields[5].equals("?")) {
            return "day of month and day of week are both ?, and one of them must say which, such as *";
        }
        for (int i = 0; i < NAMES.length && i < fields.length && fields.length >= SIX; i++) {
            Matcher step = STEP.matcher(fields[i]);
            if (step.find() && Integer.parseInt(step.group(1)) > MOST[i]) {
                return "the step of the " + NAMES[i] + " is " + step.group(1) + ", but no " + NAMES[i]
                        + " is so far on: longer steps are those of the next field";
            }
        }
        return "";
    }

    /** Of days of the week that are Monday to Friday in a Unix cron, and Sunday to Thursday here. */
    static String days(String cron) {
        String[] fields = cron.strip().split("\\s+", -1);
        return fields.length >= SIX && fields[5].equals("1-5")
                ? "whose 1-5 are Sunday to Thursday, since 1 is Sunday here; write MON-FRI, or SUN-THU if that is meant"
                : "";
    }
}
