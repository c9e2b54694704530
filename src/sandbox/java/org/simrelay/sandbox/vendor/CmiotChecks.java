package org.simrelay.sandbox.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What cmiot's documents demand of a request; codes from src/docs/vendors.md. A transid is used once over all queries. */
final class CmiotChecks {
    static final String REUSED = "transid used before";

    private static final List<String> PARAMETERS = List.of("appid", "ebid", "transid", "token");
    private static final List<String> PAGE = List.of("pageSize", "pageNum");
    private static final int LONGEST_TRANSID = 48;
    private static final int MOST_CARDS = 20;
    private static final int TIME_DIGITS = 14;
    private static final int COUNTER_DIGITS = 8;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private final SimulatorConfig config;
    private final Set<Long> used = ConcurrentHashMap.newKeySet();

    /** Why a request is refused. */
    record Refusal(String status, String message, String violation) {}

    CmiotChecks(SimulatorConfig config) {
        this.config = config;
    }

    /** The first thing that is wrong with a request for a page, or null. */
    @Nullable Refusal page(Request request) {
        Refusal refusal = check(request, config.ebid, PAGE);
        if (refusal != null) {
            return refusal;
        }
        Map<String, String> asked = request.parameters();
        if (!isBetween(asked.get("pageSize"), MOST_CARDS)) {
            return new Refusal("18", "卡号数量超出限制", "pageSize is not 1 to " + MOST_CARDS);
        }
        if (!isBetween(asked.get("pageNum"), Integer.MAX_VALUE)) {
            return new Refusal("13", "命名不规范", "pageNum is not above 0");
        }
        return null;
    }

    /**
     * The first thing that is wrong with a request, or null.
     *
     * @param ebid of the query
     * @param own the query's parameters, beside those of all
     */
    @Nullable Refusal check(Request request, String ebid, List<String> own) {
        Map<String, List<String>> query = request.query();
        List<String> names = Stream.concat(PARAMETERS.stream(), own.stream()).toList();
        for (String name : names) {
            List<String> values = query.getOrDefault(name, List.of());
            if (values.size() != 1 || values.get(0).isEmpty()) {
                return new Refusal("10", "参数个数不正确", name + " comes " + values.size() + " times, or is empty");
            }
        }
        Map<String, String> asked = request.parameters();
        if (!config.appid.equals(asked.get("appid"))) {
            return new Refusal("4", "应用状态不正常", "unknown appid");
        }
        if (!ebid.equals(asked.get("ebid"))) {
            return new Refusal("3", "订购关系鉴权不通过", "ebid is not " + ebid);
        }
        String transid = asked.getOrDefault("transid", "");
        String wrong = transid(config.appid, transid);
        if (wrong != null) {
            return new Refusal("13", "命名不规范", wrong);
        }
        if (!Signature.of(config.appid, config.cmiotPassword, transid).equals(asked.get("token"))) {
            return new Refusal("7", "Token鉴权不通过", "wrong token");
        }
        return null;
    }

    /** appid + yyyyMMddHHmmss + 8 digits, 48 characters at most, never used before; null if it is all that. */
    @Nullable String transid(String appid, String transid) {
        int length = appid.length() + TIME_DIGITS + COUNTER_DIGITS;
        String digits = transid.startsWith(appid) ? transid.substring(appid.length()) : "";
        if (transid.length() != length || length > LONGEST_TRANSID || !digits.matches("[0-9]+")) {
            return "transid is not appid + 14 digits + 8 digits, or longer than " + LONGEST_TRANSID;
        }
        Instant time;
        try {
            time = LocalDateTime.parse(digits.substring(0, TIME_DIGITS), TIME)
                    .atZone(Shanghai.ZONE)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return "transid has no time in it";
        }
        if (Duration.between(time, config.clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return "transid is not of now, in Asia/Shanghai";
        }
        long counter = Long.parseLong(digits.substring(TIME_DIGITS));
        // one number stands for time and counter: many millions of them are to fit
        return used.add(time.getEpochSecond() * 100_000_000L + counter) ? null : REUSED;
    }

    private static boolean isBetween(@Nullable String text, int highest) {
        if (text == null || !text.matches("[0-9]{1,10}")) {
            return false;
        }
        long value = Long.parseLong(text);
        return value >= 1 && value <= highest;
    }
}
