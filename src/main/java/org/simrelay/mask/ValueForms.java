package org.simrelay.mask;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms that the values of some settings have: what has another may be a secret in the wrong place. What repeats is never given
 * back: a long secret would take more stack than a thread has.
 */
final class ValueForms {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");
    private static final Pattern DURATION =
            Pattern.compile("[0-9.]{1,12}( ?[a-zA-Z]{0,7})([0-9. ]{1,8}[a-zA-Z]{1,7})*+");
    private static final Pattern FLAG = Pattern.compile("(?i)true|false|yes|no|on|off");
    private static final Pattern HOSTS = Pattern.compile("\\s*" + host() + "(\\s*,\\s*" + host() + ")*+\\s*,?\\s*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^@?#\\s]*");
    private static final Pattern CRON = Pattern.compile(
            "[0-9*?/,LW#-]++(\\s++(MON|TUE|WED|THU|FRI|SAT|SUN|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|[0-9*?/,LW#-])++){4,6}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH = Pattern.compile("(?s).*[/\\\\.].*");

    /** By the last word of a key. */
    private static final Map<String, Pattern> BY_LAST_WORD = Map.ofEntries(
            Map.entry("brokers", HOSTS),
            Map.entry("instance", NUMBER),
            Map.entry("enabled", FLAG),
            Map.entry("url", ADDRESS),
            Map.entry("cron", CRON),
            Map.entry("file", PATH),
            Map.entry("port", NUMBER),
            Map.entry("retries", NUMBER),
            Map.entry("attempts", NUMBER),
            Map.entry("concurrency", NUMBER),
            Map.entry("second", NUMBER),
            Map.entry("day", NUMBER),
            Map.entry("size", NUMBER),
            Map.entry("passes", NUMBER),
            Map.entry("connect", DURATION),
            Map.entry("read", DURATION),
            Map.entry("delay", DURATION),
            Map.entry("wait", DURATION));

    private static final Set<Pattern> HARMLESS = Set.of(NUMBER, DURATION, FLAG, HOSTS, ADDRESS, CRON);

    private ValueForms() {}

    /** Whether the value has not the form that its key asks for, and is too long to be of no use as a secret. */
    static boolean isMisplaced(List<String> key, String value) {
        Pattern form = BY_LAST_WORD.get(key.get(key.size() - 1));
        return form != null && !Quoted.isShort(value) && !form.matcher(value).matches();
    }

    /** Whether the value is of a form that no secret has. */
    static boolean isHarmless(String value) {
        return HARMLESS.stream().anyMatch(form -> form.matcher(value).matches());
    }

    private static String host() {
        return "([A-Za-z_]+://)?(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9_.-]+):[0-9]{1,5}";
    }
}
