package org.simrelay.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Durations;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Quoted;

/**
 * What the settings ask of topics: {@code topic.usage.partitions}, {@code .retention} and {@code .cleanup} of {@code sim.usage}. Of
 * {@code sim.checkpoints} nothing can be asked, since the service needs it as it makes it.
 */
public final class TopicWishes {

    private static final String PREFIX = "topic.";
    private static final String PARTITIONS = ".partitions";
    private static final String RETENTION = ".retention";
    private static final String CLEANUP = ".cleanup";
    private static final String FOR_EVER = "forever";
    private static final Set<String> POLICIES = Set.of("delete", "compact", "compact,delete");
    private static final int MOST_PARTITIONS = 10_000;

    private final Settings settings;

    public TopicWishes(Settings settings) {
        this.settings = settings;
    }

    /**
     * The keys that are read.
     *
     * @param queries whose topics there can be
     */
    public static List<String> keys(Collection<String> queries) {
        List<String> keys = new ArrayList<>();
        for (String topic : topics(queries)) {
            for (String what : List.of(PARTITIONS, RETENTION, CLEANUP)) {
                keys.add(key(topic, what));
            }
        }
        return keys;
    }

    /** What is wrong with their values: messages with key and remedy. */
    public List<String> problems(Collection<String> queries) {
        List<String> wrong = new ArrayList<>();
        for (String topic : topics(queries)) {
            try {
                TopicWish wish = of(topic);
                if (topic.equals(Topics.SWEEPS)
                        && wish.cleanup() != null
                        && wish.cleanup().contains("compact")) {
                    wrong.add(key(topic, CLEANUP) + " is " + wish.cleanup()
                            + ": only the last record of each poll would be kept; mend "
                            + settings.place(key(topic, CLEANUP)));
                }
            } catch (SettingsException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
        return wrong;
    }

    /**
     * What is asked of a topic.
     *
     * @throws SettingsException for a value that is none, with its key and the remedy
     */
    public TopicWish of(String topic) {
        if (topic.equals(Topics.CHECKPOINTS)) {
            return TopicWish.NONE;
        }
        String partitions = key(topic, PARTITIONS);
        Integer number = settings.find(partitions).isPresent()
                ? (Integer) settings.integer(partitions, 1, MOST_PARTITIONS)
                : null;
        return new TopicWish(number, retention(key(topic, RETENTION)), cleanup(key(topic, CLEANUP)));
    }

    /** The key that asks for a part of a topic's configuration. */
    static String keyOf(String topic, String config) {
        return key(topic, config.startsWith("retention") ? RETENTION : CLEANUP);
    }

    /** The key that asks for its partitions. */
    static String keyOfPartitions(String topic) {
        return key(topic, PARTITIONS);
    }

    private @Nullable String retention(String key) {
        String set = settings.find(key).orElse(null);
        if (set == null || set.equals(FOR_EVER)) {
            return set == null ? null : "-1";
        }
        Long millis = Durations.millis(set);
        if (millis == null || millis < Duration.ofMinutes(1).toMillis()) {
            throw refused(key, set, "a duration from a minute on, such as 30d, or " + FOR_EVER);
        }
        return String.valueOf(millis);
    }

    private @Nullable String cleanup(String key) {
        String set = settings.find(key).orElse(null);
        if (set != null && !POLICIES.contains(set.replace(" ", ""))) {
            throw refused(key, set, "delete, compact, or compact,delete");
        }
        return set == null ? null : set.replace(" ", "");
    }

    private SettingsException refused(String key, String set, String wanted) {
        return new SettingsException(
                key + " is " + Quoted.of(set) + " but must be " + wanted + "; mend " + settings.place(key));
    }

    private static List<String> topics(Collection<String> queries) {
        List<String> topics = new ArrayList<>();
        queries.forEach(query -> topics.add(Topics.ofQuery(query)));
        topics.add(Topics.SWEEPS);
        topics.add(Topics.FAILURES);
        return topics;
    }

    private static String key(String topic, String what) {
        return PREFIX + topic.substring("sim.".length()) + what;
    }
}
