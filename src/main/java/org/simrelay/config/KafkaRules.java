package org.simrelay.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of Kafka's clients is no matter of taste: with another value a card could be lost, or said to be there, without a word.
 */
final class KafkaRules {

    /** A value that nothing is allowed for. */
    static final Predicate<String> NEVER = oneOf();

    private static final String GROUPS = "the service reads by itself and keeps its own place and membership";

    /**
     * What is allowed.
     *
     * @param property Kafka's name; empty where it is Camel's alone
     * @param option that of Camel's component; empty where it has none
     * @param why the reason, and the values that are allowed
     */
    record Rule(String property, String option, Predicate<String> allowed, String why) {}

    static final List<Rule> ALL = List.of(
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

    private KafkaRules() {}

    private static Predicate<String> oneOf(String... values) {
        return value -> Stream.of(values).anyMatch(value::equalsIgnoreCase);
    }

    private static Predicate<String> between(int least, int most) {
        return value -> {
            Long number = Durations.millis(value);
            return number != null && number >= least && number <= most;
        };
    }
}
