package org.simrelay.check;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.simrelay.mask.Quoted;

/** What is wrong with a Quartz cron, or may be. */
final class CronForm {

    private record Field(String name, int least, int most) {}

    private static final List<Field> FIELDS = List.of(
            new Field("second", 0, 59),
            new Field("minute", 0, 59),
            new Field("hour", 0, 23),
            new Field("day of month", 1, 31),
            new Field("month", 1, 12),
            new Field("day of week", 1, 7));

    // the number behind / is a step, behind L and # a count
    private static final Pattern NUMBER = Pattern.compile("(?<![/L#0-9-])([0-9]+)|(?<=[0-9]-)([0-9]+)");

    private static final Pattern ANY_NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern LIKE_A_CRON =
            Pattern.compile("([0-9*/,?#LW-]|[A-Z]{3}){1,20}( +([0-9*/,?#LW-]|[A-Z]{3}){1,20}){3,6}");
    private static final String FORM =
            ": second, minute, hour, day of month, month and day of week, of the two days one is ?";
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofDays(400);
    private static final int LOOKED_AT = 120;

    private CronForm() {}

    /** Words to go behind its name, with the remedy as far as it is known; null where nothing is wrong. */
    static @Nullable String wrong(String cron, Instant now) {
        String is = "is " + quoted(cron) + ", which ";
        String[] fields = cron.strip().split("\\s+");
        String slip = CronSlips.of(cron, fields);
        if (!slip.isEmpty()) {
            return is + "Quartz cannot read (" + slip + ")" + FORM;
        }
        if (fields.length < FIELDS.size()) {
            return is + "Quartz cannot read (it has " + fields.length + " of six fields)" + FORM + suggestion(fields);
        }
        for (int i = 0; i < FIELDS.size(); i++) {
            Field field = FIELDS.get(i);
            Matcher number = NUMBER.matcher(fields[i]);
            while (number.find()) {
                String digits = number.group();
                if (digits.length() > 4
                        || Integer.parseInt(digits) < field.least()
                        || Integer.parseInt(digits) > field.most()) {
                    return is + "Quartz cannot read (the " + field.name() + " is "
                            + (digits.length() > 4 ? "too large" : digits) + " but must be " + field.least() + " to "
                            + field.most() + ")" + FORM;
                }
            }
        }
        try {
            return new CronExpression(cron).getNextValidTimeAfter(Date.from(now)) == null
                    ? is + "never fires again"
                    : null;
        } catch (ParseException e) {
            return is + "Quartz cannot read (" + reason(e) + ")" + FORM;
        }
    }

    /** Words to go behind its name for one that fires more than once in a minute; null for others. */
    static @Nullable String doubtful(String cron, Instant now) {
        CronExpression expression;
        try {
            expression = new CronExpression(cron);
        } catch (ParseException e) {
            return null;
        }
        String slip = CronSlips.doubtful(cron);
        if (!slip.isEmpty()) {
            return "is " + quoted(cron) + ", " + slip;
        }
        Date before = expression.getNextValidTimeAfter(Date.from(now));
        if (before != null && before.toInstant().isAfter(now.plus(SELDOM))) {
            return "is " + quoted(cron) + ", which does not fire before "
                    + LocalDate.ofInstant(before.toInstant(), ZoneId.systemDefault()) + "; write a time that comes";
        }
        for (int i = 0; before != null && i < LOOKED_AT; i++) {
            Date next = expression.getNextValidTimeAfter(before);
            Duration gap = next == null ? OFTEN : Duration.between(before.toInstant(), next.toInstant());
            if (gap.compareTo(OFTEN) < 0) {
                return "is " + quoted(cron) + ", which fires every " + gap.toSeconds()
                        + " s at times: the first field is the second; write 0 there for once a minute at most";
            }
            before = next;
        }
        return null;
    }

    /** A password that was pasted here by mistake has another form. */
    private static String quoted(String cron) {
        return LIKE_A_CRON.matcher(cron).matches() ? "\"" + cron + "\"" : Quoted.of(cron);
    }

    private static String reason(ParseException e) {
        String said = String.valueOf(e.getMessage());
        return said.contains("day-of-week AND a day-of-month")
                ? "day of month and day of week are both given, and one of them must be ?"
                : "one of its fields is none";
    }

    /** Five fields are those of a Unix cron, which has no seconds; its days of the week have other numbers. */
    private static String suggestion(String[] unix) {
        if (unix.length != 5 || unix[4].matches(".*[0-9].*")) {
            return "";
        }
        if (unix[0].equals("0") && isNoHour(unix[1])) {
            // the seconds are there: it is the day of the week that is missing
            return "; write \"" + String.join(" ", unix) + " ?\"";
        }
        boolean everyDay = unix[4].equals("*") || unix[4].equals("?");
        String day = everyDay || !unix[2].equals("*") ? unix[2] : "?";
        String weekday = everyDay ? "?" : unix[4];
        return "; write \"0 " + unix[0] + " " + unix[1] + " " + day + " " + unix[3] + " " + weekday + "\"";
    }

    /** Whether the second field can be minutes alone. */
    private static boolean isNoHour(String field) {
        Matcher number = ANY_NUMBER.matcher(field);
        while (number.find()) {
            if (Integer.parseInt(number.group()) > 23) {
                return true;
            }
        }
        return false;
    }
}
