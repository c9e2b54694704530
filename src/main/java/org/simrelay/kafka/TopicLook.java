package org.simrelay.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Holds the topics of a cluster against {@link TopicRules}; warns of what it may not, or cannot, look at. */
final class TopicLook {

    private final Admin admin;
    private final TopicRules rules;
    private final TopicWishes wishes;
    private final Deadline deadline;
    private final Consumer<String> warnings;

    TopicLook(Admin admin, TopicRules rules, TopicWishes wishes, Deadline deadline, Consumer<String> warnings) {
        this.wishes = wishes;
        this.admin = admin;
        this.rules = rules;
        this.deadline = deadline;
        this.warnings = warnings;
    }

    /** What of the topics, in their order, stands against the rules. */
    List<String> problems(Set<String> topics) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        Map<String, Exception> refused = new TreeMap<>();
        Map<String, TopicDescription> described = answers(
                topics,
                names -> admin.describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                        .topicNameValues(),
                refused);
        refused.forEach((topic, e) -> {
            if (e instanceof TimeoutException) {
                warnings.accept(topic + " could not be looked at (" + KafkaErrorText.of(e) + "); look at the brokers");
            } else {
                problems.add(
                        topic + " cannot be looked at (" + KafkaErrorText.of(e) + "); allow the service to: Describe");
            }
        });
        refused.clear();
        Map<String, Config> settings = answers(new TreeSet<>(described.keySet()), this::settings, refused);
        if (!refused.isEmpty()) {
            Set<String> words = new TreeSet<>();
            refused.values().forEach(e -> words.add(KafkaErrorText.of(e)));
            warnings.accept("the settings of " + String.join(", ", refused.keySet()) + " could not be checked ("
                    + String.join(", ", words) + "); allow the service DescribeConfigs");
        }
        described.forEach((topic, description) -> {
            rules.warnings(topic, description.authorizedOperations()).forEach(warnings);
            problems.addAll(rules.rights(topic, description.authorizedOperations()));
            Config config = settings.get(topic);
            if (config != null) {
                rules.advice(topic, values(config)).forEach(warnings);
                problems.addAll(rules.settings(topic, values(config), replicas(description)));
                rules.differences(
                                topic,
                                wishes.of(topic),
                                values(config),
                                description.partitions().size())
                        .forEach(warnings);
            }
        });
        return problems;
    }

    private Map<String, KafkaFuture<Config>> settings(Collection<String> topics) {
        Map<String, KafkaFuture<Config>> answers = new HashMap<>();
        admin.describeConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .toList())
                .values()
                .forEach((resource, answer) -> answers.put(resource.name(), answer));
        return answers;
    }

    /** All in one question; a topic that was just made is not known to every broker at once, and is asked for again. */
    private <T> Map<String, T> answers(
            Set<String> topics,
            Function<Collection<String>, Map<String, KafkaFuture<T>>> question,
            Map<String, Exception> refused)
            throws InterruptedException {
        Map<String, T> answers = new TreeMap<>();
        Set<String> open = topics;
        while (!open.isEmpty()) {
            Set<String> unknown = new TreeSet<>();
            for (Map.Entry<String, KafkaFuture<T>> answer : question.apply(open).entrySet()) {
                try {
                    answers.put(answer.getKey(), deadline.get(answer.getValue()));
                } catch (ExecutionException | TimeoutException e) {
                    if (e.getCause() instanceof UnknownTopicOrPartitionException
                            && !deadline.remaining().isZero()) {
                        unknown.add(answer.getKey());
                    } else {
                        refused.put(answer.getKey(), e);
                    }
                }
            }
            open = unknown;
            if (!open.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        return answers;
    }

    private static Map<String, String> values(Config config) {
        Map<String, String> values = new HashMap<>();
        config.entries().forEach(entry -> values.put(entry.name(), entry.value()));
        return values;
    }

    private static int replicas(TopicDescription description) {
        return description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
    }
}
