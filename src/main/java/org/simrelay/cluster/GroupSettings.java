package org.simrelay.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.simrelay.kafka.GroupRights;
import org.simrelay.kafka.KafkaSettings;

/** The settings of the consumer that is this process's membership of the group; it reads nothing. */
final class GroupSettings {

    /** The group's id. */
    static final String ID = GroupRights.GROUP;

    /** How long giving accounts back may take at most, before Kafka takes this process for gone. */
    private static final int MOST_BETWEEN_POLLS_MILLIS = 30_000;

    private GroupSettings() {}

    /**
     * Kafka's own, over those that are passed through.
     *
     * @param fixed the name of a static member
     * @param accounts how many each partition has
     */
    static Map<String, Object> of(KafkaSettings settings, Optional<String> fixed, Supplier<int[]> accounts) {
        Map<String, Object> properties = new HashMap<>(settings.consumer());
        properties.put(CommonClientConfigs.GROUP_ID_CONFIG, ID);
        fixed.ifPresent(id -> properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) LeaseClock.SESSION.toMillis());
        // what changes hands has no owner for about one of these
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 500);
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MOST_BETWEEN_POLLS_MILLIS);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // also how often the client's heartbeat thread wakes
        properties.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 100);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, AccountAssignor.class.getName());
        properties.put(AccountAssignor.ACCOUNTS, accounts);
        return properties;
    }

    /** What to say where Kafka does not let this process be a member. */
    static String forbidden(AuthorizationException why) {
        return "Kafka does not let the service be a member of the group " + ID + " (" + why.getMessage()
                + "); allow it: kafka-acls.sh --add --allow-principal User:<the service's>"
                + " --operation Read --group " + ID;
    }
}
