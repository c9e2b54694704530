package org.simrelay.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.simrelay.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure, before anything is asked, that Kafka answers and has the topics. */
public final class Topics {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

    private static final String CHECKPOINTS = "sim.checkpoints";

    /** Each account has one of them; many, so that accounts spread over them. */
    private static final int PARTITIONS = 48;

    // sweeps are kept by time and never compacted, checkpoints always, whatever the broker's default; a start reads all
    // of
    // sim.checkpoints, and only closed segments are compacted: so they are closed after an hour, not after a week
    private static final Map<String, Map<String, String>> CONFIGS = Map.of(
            "sim.sweeps",
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE),
            CHECKPOINTS,
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.SEGMENT_BYTES_CONFIG, "16777216",
                    TopicConfig.SEGMENT_MS_CONFIG, "3600000",
                    TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1"));

    private final KafkaSettings settings;

    public Topics(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Creates those of the topics that are missing, with the broker's defaults but for what the service's own need. One that is
     * there stays as it is, sim.checkpoints with another number of partitions too.
     *
     * @throws SettingsException when Kafka is out of reach, or may not be asked to create a topic that is missing
     */
    public void ensure(Collection<String> topics) {
        try (Admin admin = Admin.create(settings.admin())) {
            Set<String> missing = new TreeSet<>(topics);
            missing.removeAll(admin.listTopics().names().get());
            for (String topic : missing) {
                create(admin, topic);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while waiting for Kafka");
        } catch (ExecutionException | KafkaException e) {
            Throwable cause = why(e);
            throw new SettingsException("Kafka at " + settings.brokers() + " cannot be used ("
                    + cause.getClass().getSimpleName() + ": " + cause.getMessage()
                    + "); start it, or set KAFKA_BROKERS or kafka.brokers");
        }
    }

    private static Throwable why(Exception e) {
        Throwable cause = e.getCause();
        return e instanceof ExecutionException && cause != null ? cause : e;
    }

    private static void create(Admin admin, String topic) throws InterruptedException {
        Optional<Integer> partitions = topic.equals(CHECKPOINTS) ? Optional.of(PARTITIONS) : Optional.empty();
        NewTopic described =
                new NewTopic(topic, partitions, Optional.empty()).configs(CONFIGS.getOrDefault(topic, Map.of()));
        try {
            admin.createTopics(List.of(described)).all().get();
            LOG.info("topic {} created", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new SettingsException("topic " + topic + " is missing and could not be created ("
                        + why(e).getMessage() + "); create it, or allow the service to");
            }
        }
    }
}
