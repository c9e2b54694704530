package org.simrelay.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.simrelay.config.RouteFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that are missing, with the broker's defaults but for what settings ask for and the service's own topics need. */
public final class Topics {

    /** What the service remembers over a restart; compacted. */
    public static final String CHECKPOINTS = "sim.checkpoints";

    /** The beginnings and ends of sweeps. */
    public static final String SWEEPS = "sim.sweeps";

    /** What was not published, and why. */
    public static final String FAILURES = "sim.failures";

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    /** Each account has one of them; many, so that accounts spread over them. */
    private static final int PARTITIONS = 48;

    // sweeps are kept by time and never compacted, failures and checkpoints always, whatever the broker's default; a
    // start reads all of sim.checkpoints, and only closed segments are compacted: so they are closed after an hour,
    // not after a week
    private static final Map<String, Map<String, String>> CONFIGS = Map.of(
            SWEEPS,
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE),
            // its present content is what is open, and what was closed lately
            FAILURES,
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.SEGMENT_MS_CONFIG, "3600000",
                    TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1"),
            CHECKPOINTS,
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.SEGMENT_BYTES_CONFIG, "16777216",
                    TopicConfig.SEGMENT_MS_CONFIG, "3600000",
                    TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1"));

    private final Admin admin;
    private final TopicWishes wishes;

    Topics(Admin admin, TopicWishes wishes) {
        this.admin = admin;
        this.wishes = wishes;
    }

    /** The topic of a query's card events. */
    public static String ofQuery(String query) {
        return "sim." + query;
    }

    /** The topics of the card events of polls. */
    public static Set<String> ofPolls(Collection<String> polls) {
        return polls.stream()
                .map(RouteFiles::query)
                .map(Topics::ofQuery)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Creates them.
     *
     * @param really false: the brokers only say whether they would
     * @return what could not be created and why, with the remedy: a message a topic
     */
    List<String> create(Collection<String> missing, boolean really, Deadline deadline) throws InterruptedException {
        List<NewTopic> described = missing.stream().map(this::described).toList();
        Map<String, KafkaFuture<Void>> answers = admin.createTopics(
                        described, new CreateTopicsOptions().validateOnly(!really))
                .values();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<Void>> answer : answers.entrySet()) {
            try {
                deadline.get(answer.getValue());
                if (really) {
                    LOG.info("topic {} created", answer.getKey());
                }
            } catch (ExecutionException | TimeoutException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    problems.add("topic " + answer.getKey()
                            + " is missing, or may not be seen, and could not be created (" + KafkaErrorText.of(e)
                            + "); create it, or allow the service to: Describe, or Create");
                }
            }
        }
        return problems;
    }

    private NewTopic described(String topic) {
        TopicWish wish = wishes.of(topic);
        return new NewTopic(topic, partitions(topic, wish), Optional.empty()).configs(configs(topic, wish));
    }

    /** How many partitions a topic is made with; empty for the broker's default. */
    public static Optional<Integer> partitions(String topic, TopicWish wish) {
        return topic.equals(CHECKPOINTS) ? Optional.of(PARTITIONS) : Optional.ofNullable(wish.partitions());
    }

    /** The configuration that a topic is made with, beside the broker's defaults. */
    public static Map<String, String> configs(String topic, TopicWish wish) {
        Map<String, String> configs = new TreeMap<>(CONFIGS.getOrDefault(topic, Map.of()));
        configs.putAll(wish.configs());
        return configs;
    }
}
