package org.simrelay.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of Kafka's clients is no matter of taste: with another value a card could be lost, or said to be there, without a word.
 * Each has two names, Kafka's own and that of Camel's component, and is refused by either.
 */
public final class KafkaPromise {

    private static final String GROUPS = "the service reads by itself and keeps its own place and membership";
    private static final Predicate<String> NEVER = oneOf();
    private static final Pattern ADDITIONAL = Pattern.compile("(?i)additional-?properties[.\\[]([^]]+)]?");

    private static final List<Rule> RULES = List.of(
            new Rule("acks", "requestRequiredAcks", oneOf("all", "-1"), "a card counts when all replicas have it: all"),
            new Rule(
                    "enable.idempotence", "enableIdempotence", oneOf("true"), "a retry may not change the order: true"),
            new Rule(
                    "max.in.flight.requests.per.connection",
                    "maxInFlightRequest",
                    between(1, 5),
                    "more than 5 change the order: 1 to 5"),
            new Rule("retries", "retries", between(1, Integer.MAX_VALUE), "a broker may change at any time: 1 or more"),
            new Rule(
                    "delivery.timeout.ms",
                    "deliveryTimeoutMs",
                    between(1_000, 900_000),
                    "Kafka may take a while, and no sweep waits for ever: 1 s to 15 minutes"),
            new Rule(
                    "max.block.ms",
                    "maxBlockMs",
                    between(100, 60_000),
                    "the first look at a topic takes a while, and no sweep waits for ever: 100 ms to 60 s"),
            new Rule("key.serializer", "keySerializer", NEVER, "the key is the card's number as text"),
            new Rule("value.serializer", "valueSerializer", NEVER, "the value is a CloudEvent of the service"),
            new Rule("partitioner.class", "partitioner", NEVER, "the records of one card stay in order by its key"),
            new Rule(
                    "partitioner.ignore.keys",
                    "partitionerIgnoreKeys",
                    oneOf("false"),
                    "the records of one card stay in order by its key: false"),
            new Rule("interceptor.classes", "interceptorClasses", NEVER, "they may change or swallow records"),
            new Rule("transactional.id", "transactionalId", NEVER, "it is made of vendor and account"),
            new Rule("transaction.timeout.ms", "", NEVER, "what takes an account over rests on it"),
            new Rule("isolation.level", "isolationLevel", oneOf("read_committed"), "only what is committed counts"),
            new Rule("check.crcs", "checkCrcs", oneOf("true"), "what is remembered is read without a mistake: true"),
            new Rule("group.id", "groupId", NEVER, GROUPS),
            new Rule("group.instance.id", "groupInstanceId", NEVER, GROUPS),
            new Rule("group.protocol", "", NEVER, GROUPS),
            new Rule("group.remote.assignor", "", NEVER, GROUPS),
            new Rule("session.timeout.ms", "sessionTimeoutMs", NEVER, GROUPS),
            new Rule("heartbeat.interval.ms", "heartbeatIntervalMs", NEVER, GROUPS),
            new Rule("max.poll.interval.ms", "maxPollIntervalMs", NEVER, GROUPS),
            new Rule("partition.assignment.strategy", "partitionAssignor", NEVER, GROUPS),
            new Rule("enable.auto.commit", "autoCommitEnable", NEVER, GROUPS),
            new Rule("auto.commit.interval.ms", "autoCommitIntervalMs", NEVER, GROUPS),
            new Rule("auto.offset.reset", "autoOffsetReset", NEVER, GROUPS),
            new Rule("key.deserializer", "keyDeserializer", NEVER, GROUPS),
            new Rule("value.deserializer", "valueDeserializer", NEVER, GROUPS),
            new Rule("bootstrap.controllers", "", NEVER, "the service speaks with brokers, of kafka.brokers"),
            // Camel's alone
            new Rule("", "transacted", oneOf("false"), "cards need no transaction, and one may not hold up all: false"),
            new Rule("", "key", NEVER, "the key is the card's number"),
            new Rule("", "partitionKey", NEVER, "the records of one card stay in order by its key"),
            new Rule("", "useIterator", oneOf("true"), "a list of cards is a record a card: true"),
            new Rule("", "headerFilterStrategy", NEVER, "no header but a record's own leaves the service"),
            new Rule("", "headerSerializer", NEVER, "no header but a record's own leaves the service"),
            new Rule("", "kafkaClientFactory", NEVER, "the service makes its clients and watches them"),
            new Rule("", "configuration", NEVER, "each option is set by its own name"),
            new Rule("", "additionalProperties", NEVER, "a client property is set as kafka.<property>"));

    private static final Map<String, Rule> BY_PROPERTY = new HashMap<>();
    private static final Map<String, Rule> BY_OPTION = new HashMap<>();

    static {
        for (Rule rule : RULES) {
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
        return (rule.allowed() == NEVER ? "may not be set, " : "may not be set so, ") + rule.why();
    }

    private static String plain(String option) {
        return option.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static Predicate<String> oneOf(String... values) {
        return value -> Stream.of(values).anyMatch(value::equalsIgnoreCase);
    }

    private static Predicate<String> between(int least, int most) {
        return value -> {
            Long number = Durations.millis(value);
            return number != null && number >= least && number <= most;
        };
    }

    private record Rule(String property, String option, Predicate<String> allowed, String why) {}
}
