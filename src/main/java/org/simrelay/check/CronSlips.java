package org.simrelay.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a cron that Quartz would name in no words that help. */
final class CronSlips {

    private static final Pattern STEP = Pattern.compile("/([0-9]{1,9})");
    private static final String[] NAMES = {"second", "minute", "hour"};
    private static final int[] MOST = {59, 59, 23};
    private static final String[] WITHIN = {"minute", "hour", "day"};
    private static final Pattern EVERY = Pattern.compile("(?<from>\\*|[0-9]{1,2})/(?<step>[0-9]{1,2})");
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
            boolean hasStep = step.find();
            if (hasStep && Integer.parseInt(step.group(1)) == 0) {
                return "the step of the " + NAMES[i] + " is 0";
            }
            if (hasStep && Integer.parseInt(step.group(1)) > MOST[i]) {
                return "the step of the " + NAMES[i] + " is " + step.group(1) + ", but no " + NAMES[i]
                        + " is so far on: longer steps are those of the next field";
            }
        }
        return "";
    }

    /** Words about what is read otherwise than it may be meant; empty where nothing is. */
    static String doubtful(String cron) {
        String[] fields = cron.strip().split("\\s+", -1);
        if (fields.length < SIX) {
            return "";
        }
        String days = days(fields[5]);
        String day = days.isEmpty() ? lastDays(fields) : days;
        return day.isEmpty() ? uneven(fields) : day;
    }

    /** Days of the week that have other numbers in a Unix cron, where Sunday is 0 or 7. */
    private static String days(String field) {
        return switch (field) {
            case "1-5" ->
                "whose 1-5 are Sunday to Thursday, since 1 is Sunday here; write MON-FRI, or SUN-THU if that is meant";
            case "1" -> "whose 1 is Sunday, as days are numbered here; write MON or SUN, whichever is meant";
            case "7" -> "whose 7 is Saturday, as days are numbered here; write SUN or SAT, whichever is meant";
            default -> "";
        };
    }

    /** A day that some months do not have. */
    private static String lastDays(String[] fields) {
        return fields[3].matches("29|30|31") && fields[4].matches("\\*|1/1|\\*/1")
                ? "and so leaves out each month that has no day " + fields[3]
                        + "; write L for the last day of each month, or another day"
                : "";
    }

    /** A step that does not divide its hour or day: the last interval is shorter. */
    private static String uneven(String[] fields) {
        for (int i = 0; i < NAMES.length; i++) {
            Matcher step = EVERY.matcher(fields[i]);
            int all = MOST[i] + 1;
            if (step.matches() && Integer.parseInt(step.group("step")) > 1) {
                int from = step.group("from").equals("*") ? 0 : Integer.parseInt(step.group("from"));
                int by = Integer.parseInt(step.group("step"));
                int last = from + (all - 1 - from) / by * by;
                int gap = all - last + from;
                if (from < all && gap != by && all % by != 0) {
                    return "whose " + NAMES[i] + "s are counted anew each " + WITHIN[i] + ", so that after " + NAMES[i]
                            + " " + last + " the next comes after " + gap + " and not " + by
                            + "; write a step that divides " + all;
                }
            }
        }
        return "";
    }
}
