package org.simrelay.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.simrelay.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure, before anything is asked, that Kafka answers, has the topics or lets them be created, and can and may do what the service needs. */
public final class ClusterCheck {

    /** With the start of the JVM an operator reads within 10 s what is missing. */
    private static final Duration MOST = Duration.ofSeconds(7);

    private static final Logger LOG = LoggerFactory.getLogger(ClusterCheck.class);

    private final KafkaSettings settings;
    private final TopicRules rules;
    private final Consumer<String> warnings;
    private boolean missesTopics;

    /**
     * Logs what it warns of.
     *
     * @param batchSize of the cards' producer, in bytes
     */
    public ClusterCheck(KafkaSettings settings, int batchSize) {
        this(settings, batchSize, LOG::warn);
    }

    /** @param warnings takes what may not, or cannot, be looked at */
    public ClusterCheck(KafkaSettings settings, int batchSize, Consumer<String> warnings) {
        this.settings = settings;
        this.rules = new TopicRules(settings.brokers(), batchSize);
        this.warnings = warnings;
    }

    /**
     * Creates those of the topics that are missing, and looks at all of it. What may not be looked at is only warned of.
     *
     * @param ids of the service's transactions; none where they were looked at before
     * @return everything that is wrong, with its remedy
     * @throws SettingsException when Kafka is out of reach
     */
    public List<String> problems(Collection<String> topics, Collection<String> ids) {
        return problems(topics, ids, false, true);
    }

    /**
     * As {@link #problems}, but changes nothing: whether a topic could be created, the brokers say without doing it.
     *
     * @param joins whether the group is to be joined, too
     */
    public List<String> look(Collection<String> topics, Collection<String> ids, boolean joins) {
        return problems(topics, ids, joins, false);
    }

    /** Whether the last look missed topics that may be created. */
    public boolean missesTopics() {
        return missesTopics;
    }

    private List<String> problems(Collection<String> topics, Collection<String> ids, boolean joins, boolean create) {
        Deadline deadline = new Deadline(MOST, System::nanoTime);
        Admin admin = null;
        try {
            admin = Admin.create(settings.admin());
            Set<String> there = deadline.get(
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
            Set<String> missing = new TreeSet<>(topics);
            missing.removeAll(there);
            missesTopics = !missing.isEmpty() && !create;
            List<String> problems =
                    new ArrayList<>(new Topics(admin, settings.topics()).create(missing, create, deadline));
            Set<String> seen = new TreeSet<>(topics);
            seen.removeIf(topic -> problems.stream().anyMatch(problem -> problem.startsWith("topic " + topic + " ")));
            if (!create) {
                seen.removeAll(missing);
            }
            problems.addAll(new TopicLook(admin, rules, settings.topics(), deadline, warnings).problems(seen));
            TransactionLog transactions = new TransactionLog(admin, deadline, warnings);
            if (!ids.isEmpty()) {
                problems.addAll(transactions.problems(there.contains(TransactionLog.TOPIC), ids));
            }
            // asking for the group would make the brokers' topic of groups, which joining does by itself
            if (joins && (there.contains(GroupRights.TOPIC) || !transactions.seesSettings())) {
                problems.addAll(new GroupRights(admin, deadline, warnings).problems());
            }
            return problems;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while waiting for Kafka");
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new SettingsException("Kafka at " + settings.brokers() + " cannot be used (" + KafkaErrorText.of(e)
                            + "); start it, or set KAFKA_BROKERS or kafka.brokers")
                    .passing();
        } finally {
            if (admin != null) {
                admin.close(Duration.ZERO);
            }
        }
    }
}
