package org.simrelay.sandbox.vendor;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong.
 *
 * @param target vendor, or last word of a path in lower case; null for all
 * @param probability per request, 0 to 1; for {@code times} > 0 it is 1
 * @param times how many requests get it, the next ones; 0 for no such bound
 * @param card the poisonous card, or null
 * @param from start of a window, from the simulator's start, or null
 * @param to end of that window, or null
 */
public record Fault(
        FaultKind kind,
        @Nullable String target,
        double probability,
        int times,
        @Nullable String card,
        @Nullable Duration from,
        @Nullable Duration to) {
    private static final Pattern SHAPE = Pattern.compile("(?:([a-z]+):)?([a-z0-9-]+)(?:@(.+)|\\*(\\d{1,9}))");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})s\\.\\.(\\d{1,6})s");

    /**
     * Reads a fault as a person writes it: {@code http500@0.1}, {@code cmiot:quota*3}, {@code poisoned@1064804000007},
     * {@code iotbos:down@10s..20s}.
     *
     * @throws IllegalArgumentException that lists what is allowed
     */
    public static Fault parse(String text) {
        Matcher shape = SHAPE.matcher(text.trim());
        if (!shape.matches()) {
            throw unknown(text);
        }
        FaultKind kind = kind(shape.group(2), text);
        String target = shape.group(1);
        String value = shape.group(3);
        if (!applies(kind, target)) {
            throw unknown(text);
        }
        if (!kind.byChance()) {
            return value == null ? fail(text) : byList(kind, target, value, text);
        }
        if (value == null) {
            return new Fault(kind, target, 1, Integer.parseInt(shape.group(4)), null, null, null);
        }
        return new Fault(kind, target, probability(value, text), 0, null, null, null);
    }

    /** Whether a request is within this fault's target. */
    boolean hits(Vendor vendor, String segment) {
        boolean login = segment.equals(Paths.LOGIN_SEGMENT);
        if (!kind.concerns(vendor) || (login && kind.aboutQueries())) {
            return false;
        }
        return target == null || target.equals(vendor.id()) || target.equals(segment.toLowerCase(Locale.ROOT));
    }

    private static Fault byList(FaultKind kind, @Nullable String target, String value, String text) {
        if (kind.byCard()) {
            return new Fault(kind, target, 0, 0, value, null, null);
        }
        Matcher span = SPAN.matcher(value);
        if (!span.matches()) {
            throw unknown(text);
        }
        Duration from = Duration.ofSeconds(Long.parseLong(span.group(1)));
        return new Fault(kind, target, 0, 0, null, from, Duration.ofSeconds(Long.parseLong(span.group(2))));
    }

    private static boolean applies(FaultKind kind, @Nullable String target) {
        if (target == null) {
            return true;
        }
        return Arrays.stream(Vendor.values()).anyMatch(v -> target.equals(v.id()) && kind.concerns(v))
                || Paths.segments().contains(target);
    }

    private static FaultKind kind(String id, String text) {
        return Arrays.stream(FaultKind.values())
                .filter(k -> k.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private static double probability(String value, String text) {
        try {
            double probability = Double.parseDouble(value);
            return probability >= 0 && probability <= 1 ? probability : fail(text).probability;
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
    }

    private static Fault fail(String text) {
        throw unknown(text);
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("unknown fault '" + text + "'; allowed: " + FaultKind.allowed());
    }
}
