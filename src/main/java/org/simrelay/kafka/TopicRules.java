package org.simrelay.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** What a topic must be for the service to keep its promise. */
final class TopicRules {

    /** A failure's record: its request, 1,000 characters of the reply, and the cards of a batch. */
    private static final int LEAST_MESSAGE = 16_384;

    private final String brokers;
    private final int batchSize;

    /**
     * @param brokers for the remedies
     * @param batchSize of the cards' producer, in bytes
     */
    TopicRules(String brokers, int batchSize) {
        this.brokers = brokers;
        this.batchSize = batchSize;
    }

    /**
     * What of a topic's settings stands against it: messages with topic, value and remedy.
     *
     * @param replicas of each of its partitions
     */
    List<String> settings(String topic, Map<String, String> settings, int replicas) {
        List<String> wrong = new ArrayList<>();
        List<String> policies = Arrays.asList(
                settings.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "").split("\\s*,\\s*"));
        if (topic.equals(Topics.CHECKPOINTS) && policies.contains(TopicConfig.CLEANUP_POLICY_DELETE)) {
            wrong.add(topic + " has cleanup.policy=" + String.join(",", policies)
                    + ": what the service remembers would be deleted; "
                    + alter(topic, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        }
        if (topic.equals(Topics.SWEEPS) && policies.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            wrong.add(topic + " has cleanup.policy=" + String.join(",", policies)
                    + ": only the last record of each poll would be kept; "
                    + alter(topic, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE));
        }
        int least = Math.max(batchSize, LEAST_MESSAGE);
        Long message = number(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
        if (message != null && message < least) {
            wrong.add(topic + " has max.message.bytes=" + message + " but takes batches of " + least
                    + " bytes (kafka.batch.size is " + batchSize + "); "
                    + alter(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1048588"));
        }
        Long inSync = number(settings.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
        if (inSync != null && inSync > replicas) {
            wrong.add(topic + " has min.insync.replicas=" + inSync + " but " + replicas
                    + " replicas: it takes no record; add replicas, or "
                    + alter(topic, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(replicas)));
        }
        return wrong;
    }

    /**
     * What of a topic differs from what the settings ask: messages with both values and the remedy. The service alters no topic.
     *
     * @param partitions how many it has
     */
    List<String> differences(String topic, TopicWish wish, Map<String, String> settings, int partitions) {
        List<String> differences = new ArrayList<>();
        Integer asked = wish.partitions();
        if (asked != null && asked != partitions) {
            String key = TopicWishes.keyOfPartitions(topic);
            differences.add(topic + " has " + partitions + " partitions, " + key + " asks for " + asked + "; "
                    + (asked > partitions
                            ? "kafka-topics.sh --bootstrap-server " + brokers + " --alter --topic " + topic
                                    + " --partitions " + asked
                                    + " adds them, and the records of a card may then stand in two of them"
                            : "they cannot become fewer: make the topic anew, or mend " + key));
        }
        wish.asked().forEach((name, value) -> {
            String has = settings.get(name);
            if (!TopicWish.isSame(value, has)) {
                differences.add(
                        topic + " has " + name + "=" + has + ", " + TopicWishes.keyOf(topic, name) + " asks for "
                                + value + "; " + alter(topic, name, value.contains(",") ? "[" + value + "]" : value));
            }
        });
        return differences;
    }

    /** The rights that are missing: a message each. */
    List<String> rights(String topic, @Nullable Set<AclOperation> given) {
        List<String> wrong = new ArrayList<>();
        // brokers before 2.3 do not tell
        if (given == null) {
            return wrong;
        }
        if (!given.contains(AclOperation.WRITE)) {
            wrong.add(topic + " may not be written; " + grant(topic, "Write"));
        }
        if (topic.equals(Topics.CHECKPOINTS) && !given.contains(AclOperation.READ)) {
            wrong.add(topic + " may not be read: what the service remembers stands there; " + grant(topic, "Read"));
        }
        return wrong;
    }

    /** What works without a right, but for one command. */
    List<String> warnings(String topic, @Nullable Set<AclOperation> given) {
        return topic.equals(Topics.FAILURES) && given != null && !given.contains(AclOperation.READ)
                ? List.of(topic + " may not be read, as replay must, and whatever closes failures; "
                        + grant(topic, "Read"))
                : List.of();
    }

    /** What works with a topic's settings, but not as one would expect of it. */
    List<String> advice(String topic, Map<String, String> settings) {
        String policy = settings.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "");
        return topic.equals(Topics.FAILURES) && !policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT)
                ? List.of(topic + " has cleanup.policy=" + policy
                        + ", as older releases made it: what is closed stays until"
                        + " it is as old as what is open, and then both go; "
                        + alter(topic, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
                : List.of();
    }

    private String alter(String topic, String name, String value) {
        return "kafka-configs.sh --bootstrap-server " + brokers + " --alter --entity-type topics --entity-name " + topic
                + " --add-config " + name + "=" + value;
    }

    private String grant(String topic, String operation) {
        return "kafka-acls.sh --bootstrap-server " + brokers
                + " --add --allow-principal User:<the service's> --operation " + operation + " --topic " + topic;
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
