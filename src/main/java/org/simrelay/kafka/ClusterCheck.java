package org.simrelay.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.simrelay.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure, before anything is asked, that Kafka answers, has the topics, and can and may do what the service needs. */
public final class ClusterCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterCheck.class);

    /** With the start of the JVM an operator reads within 10 s what is missing. */
    private static final Duration MOST = Duration.ofSeconds(7);

    private final KafkaSettings settings;
    private final TopicRules rules;

    /** @param batchSize of the cards' producer, in bytes */
    public ClusterCheck(KafkaSettings settings, int batchSize) {
        this.settings = settings;
        this.rules = new TopicRules(settings.brokers(), batchSize);
    }

    /**
     * Creates those of the topics that are missing, and looks at all of it. What may not be looked at is only warned of.
     *
     * @param ids of the service's transactions; none where they were looked at before
     * @return everything that is wrong, with its remedy
     * @throws SettingsException when Kafka is out of reach
     */
    public List<String> problems(Collection<String> topics, Collection<String> ids) {
        Deadline deadline = new Deadline(MOST, System::nanoTime);
        Admin admin = null;
        try {
            admin = Admin.create(settings.admin());
            Set<String> there = deadline.get(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
            Set<String> missing = new TreeSet<>(topics);
            missing.removeAll(there);
            List<String> problems = new ArrayList<>(new Topics(admin).create(missing, deadline));
            for (String topic : new TreeSet<>(topics)) {
                if (problems.stream().noneMatch(problem -> problem.startsWith("topic " + topic + " "))) {
                    problems.addAll(topic(admin, topic, deadline));
                }
            }
            if (!ids.isEmpty()) {
                problems.addAll(
                        new TransactionLog(admin, deadline).problems(there.contains(TransactionLog.TOPIC), ids));
            }
            return problems;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while waiting for Kafka");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new SettingsException("Kafka at " + settings.brokers() + " cannot be used (" + KafkaWords.of(e)
                    + "); start it, or set KAFKA_BROKERS or kafka.brokers");
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }

    private List<String> topic(Admin admin, String topic, Deadline deadline) throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        TopicDescription description;
        try {
            description = patiently(deadline, () -> admin.describeTopics(
                                    List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                            .allTopicNames())
                    .values()
                    .iterator()
                    .next();
        } catch (ExecutionException | TimeoutException e) {
            return List.of(topic + " cannot be looked at (" + KafkaWords.of(e) + "); allow the service to: Describe");
        }
        List<String> problems = new ArrayList<>(rules.rights(topic, description.authorizedOperations()));
        rules.warnings(topic, description.authorizedOperations()).forEach(LOG::warn);
        try {
            Map<String, String> values = new HashMap<>();
            Map<ConfigResource, Config> configs = patiently(
                    deadline, () -> admin.describeConfigs(List.of(resource)).all());
            configs.values().forEach(config -> config.entries().forEach(e -> values.put(e.name(), e.value())));
            int replicas = description.partitions().stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .min()
                    .orElse(0);
            problems.addAll(rules.settings(topic, values, replicas));
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "the settings of {} could not be checked ({}); allow the service DescribeConfigs",
                    topic,
                    KafkaWords.of(e));
        }
        return problems;
    }

    private interface Question<T> {
        KafkaFuture<T> ask();
    }

    /** A topic that was just made is not known to all brokers at once. */
    private static <T> T patiently(Deadline deadline, Question<T> question)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            try {
                return deadline.get(question.ask());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
                        || deadline.left().isZero()) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }
}
