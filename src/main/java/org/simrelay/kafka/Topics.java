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

    // sweeps are kept by time and never compacted, checkpoints always, whatever the broker's default
    private static final Map<String, String> POLICIES = Map.of("sim.sweeps", "delete", "sim.checkpoints", "compact");

    private final KafkaSettings settings;

    public Topics(KafkaSettings settings) {
        this.settings = settings;
    }

    /**
     * Creates those of the topics that are missing, with the broker's defaults for partitions and replicas.
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
        Map<String, String> configs =
                POLICIES.containsKey(topic) ? Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, POLICIES.get(topic)) : Map.of();
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty()).configs(configs)))
                    .all()
                    .get();
            LOG.info("topic {} created", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new SettingsException("topic " + topic + " is missing and could not be created ("
                        + why(e).getMessage() + "); create it, or allow the service to");
            }
        }
    }
}
