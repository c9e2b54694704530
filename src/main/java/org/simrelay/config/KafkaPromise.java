package org.simrelay.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.KafkaRules.Rule;

/**
 * Refuses settings of Kafka's clients that the promise rests on ({@link KafkaRules}), by either of their names: Kafka's own, and
 * that of Camel's component.
 */
public final class KafkaPromise {

    private static final Pattern ADDITIONAL = Pattern.compile("(?i)additional-?properties[.\\[]([^]]+)]?");

    private static final Map<String, Rule> BY_PROPERTY = new HashMap<>();
    private static final Map<String, Rule> BY_OPTION = new HashMap<>();

    static {
        for (Rule rule : KafkaRules.ALL) {
            BY_PROPERTY.put(rule.property(), rule);
            BY_OPTION.put(plain(rule.option()), rule);
        }
    }

    private KafkaPromise() {}

    /** The properties that may not be set, or not to every value. */
    public static Stream<String> properties() {
        return Stream.concat(
                BY_PROPERTY.keySet().stream().filter(name -> !name.isEmpty()), Stream.of("bootstrap.servers"));
    }

    /**
     * What is wrong with a property of Kafka's clients.
     *
     * @param value null where it stands in a file of its own and is not looked at
     * @param brokers those of kafka.brokers, which bootstrap.servers may only repeat
     * @return words to go behind its name; null where nothing is
     */
    public static @Nullable String ofProperty(String property, @Nullable String value, @Nullable String brokers) {
        if (property.equals("bootstrap.servers")) {
            return value != null && (value.equals(brokers) || value.equals("{{kafka.brokers}}"))
                    ? null
                    : "may not be set: all of the service uses one list of brokers, kafka.brokers (KAFKA_BROKERS)";
        }
        return words(BY_PROPERTY.get(property), value);
    }

    /**
     * What is wrong with an option of Camel's component or of an endpoint.
     *
     * @param option in any of Camel's spellings, without a prefix: {@code request-required-acks}, {@code requestRequiredAcks}
     * @param value as in {@link #ofProperty}
     */
    public static @Nullable String ofOption(String option, @Nullable String value, @Nullable String brokers) {
        Matcher additional = ADDITIONAL.matcher(option);
        if (additional.matches()) {
            return ofProperty(additional.group(1), value, brokers);
        }
        if (option.endsWith("-file")) {
            return ofOption(option.substring(0, option.length() - "-file".length()), null, brokers);
        }
        String name = plain(option);
        if (name.equals("brokers")) {
            return ofProperty("bootstrap.servers", value, brokers);
        }
        return words(BY_OPTION.get(name.startsWith("configuration") ? "configuration" : name), value);
    }

    private static @Nullable String words(@Nullable Rule rule, @Nullable String value) {
        if (rule == null || (value != null && rule.allowed().test(value.strip()))) {
            return null;
        }
        return (rule.allowed() == KafkaRules.NEVER ? "may not be set, " : "may not be set so, ") + rule.why();
    }

    private static String plain(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
