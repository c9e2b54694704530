package org.simrelay.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The keys of our own that the service reads, each with its default: a line of the settings' file may be left out. What is
 * peculiar to a vendor, such as its address, has its default where a route file names it, as <code>{{key:default}}</code>.
 */
public final class Keys {

    private static final List<Key> KEYS = List.of(
            new Key("kafka.brokers", "localhost:9092"),
            new Key("cards.file", "config/cards.csv"),
            new Key("cards.may-shrink", "false"),
            new Key("log.format", "text"),
            new Key("failures.keep-closed", "7d"),
            new Key("retry.initial-delay", "1s"),
            new Key("retry.max-delay", "30s"),
            new Key("tracing.enabled", "false"),
            new Key("http.enabled", "true"),
            new Key("http.host", "127.0.0.1"),
            new Key("http.port", "8077"),
            new Key("http.token", null),
            new Key("http.address", null),
            new Key("cluster.instance-id", null),
            new Key("<vendor>.enabled", "true"),
            new Key("<vendor>.url", null),
            new Key("<vendor>.batch-size", "50"),
            new Key("<vendor>.max-attempts", "8"),
            new Key("<vendor>.timeout.connect", "10s"),
            new Key("<vendor>.timeout.read", "25s"),
            new Key("<vendor>.accounts", "main"),
            new Key("<vendor>.<account>.cards.file", null),
            new Key("<vendor>.<account>.requests-per-second", "5"),
            new Key("<vendor>.<account>.concurrency", "4"),
            new Key("<vendor>.<account>.requests-per-day", null),
            new Key("<vendor>.<account>.instance", "00"));

    private static final Pattern CRON = Pattern.compile("([^.]+\\.[^.]+)\\.cron");
    private static final Pattern ENABLED = Pattern.compile("[^.]+\\.[^.]+\\.enabled");
    private static final Pattern MIN_PASSES = Pattern.compile("[^.]+\\.[^.]+\\.min-passes");

    private Keys() {}

    /** The default of a key, ours or Camel's; empty where it has none. */
    static Optional<String> byDefault(String key) {
        var cron = CRON.matcher(key);
        if (cron.matches()) {
            return Optional.of(everyHalfHour(cron.group(1)));
        }
        if (ENABLED.matcher(key).matches()) {
            return Optional.of("true");
        }
        if (MIN_PASSES.matcher(key).matches()) {
            return Optional.of("2");
        }
        return KEYS.stream()
                .filter(known -> known.pattern.matcher(key).matches())
                .findFirst()
                .map(known -> known.unset)
                .or(() -> KafkaDefaults.of(key))
                .or(() -> Optional.ofNullable(CamelDefaults.ALL.get(key)));
    }

    /**
     * All keys there can be, but for those that route files name.
     *
     * @param accounts the names of each vendor's accounts
     */
    public static List<String> of(Map<String, ? extends Collection<String>> accounts) {
        List<String> keys = new ArrayList<>();
        for (Key key : KEYS) {
            if (key.form.startsWith("<")) {
                accounts.forEach((vendor, names) -> names.forEach(
                        name -> keys.add(key.form.replace("<vendor>", vendor).replace("<account>", name))));
            } else {
                keys.add(key.form);
            }
        }
        return keys;
    }

    /** One form for the two that Camel's own options have: {@code lingerMs} is {@code linger-ms}. */
    static String canonical(String key) {
        if (!key.startsWith("camel.")) {
            return key;
        }
        int bracket = key.indexOf('[');
        String options = bracket < 0 ? key : key.substring(0, bracket);
        int dot = options.lastIndexOf('.') + 1;
        return key.substring(0, dot)
                + StringHelper.camelCaseToDash(options.substring(dot))
                + key.substring(options.length());
    }

    /** At a minute of the query's own, so that not all ask at once; the same at each start. */
    private static String everyHalfHour(String query) {
        return "0 " + Math.floorMod(query.hashCode(), 30) + "/30 * * * ?";
    }

    /**
     * A key.
     *
     * @param unset its default; null where it has none
     */
    private record Key(String form, @Nullable String unset, Pattern pattern) {
        Key(String form, @Nullable String unset) {
            this(
                    form,
                    unset,
                    Pattern.compile(form.replace(".", "\\.")
                            .replace("<vendor>", "[^.]+")
                            .replace("<account>", "[^.]+")));
        }
    }
}
