package org.simrelay.kafka;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What the settings ask of a topic; null where they say nothing of it.
 *
 * @param partitions how many
 * @param retentionMs how long a record is kept, -1 for ever
 * @param cleanup {@code delete}, {@code compact}, or both by a comma
 */
public record TopicWish(@Nullable Integer partitions, @Nullable String retentionMs, @Nullable String cleanup) {

    /** Nothing is asked. */
    static final TopicWish NONE = new TopicWish(null, null, null);

    // only closed segments are compacted: after an hour, not after a week
    private static final Map<String, String> COMPACTED = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG, "3600000",
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");

    /** The configuration of a topic that is made. */
    Map<String, String> configs() {
        Map<String, String> configs = new HashMap<>(asked());
        if (cleanup != null && cleanup.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            configs.putAll(COMPACTED);
        }
        return configs;
    }

    /** What of a topic's configuration the settings name. */
    public Map<String, String> asked() {
        Map<String, String> asked = new HashMap<>();
        if (retentionMs != null) {
            asked.put(TopicConfig.RETENTION_MS_CONFIG, retentionMs);
        }
        if (cleanup != null) {
            asked.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
        }
        return asked;
    }

    /** Whether a topic has the value that is asked for; the order of policies says nothing. */
    static boolean isSame(String asked, @Nullable String has) {
        return has != null && parts(asked).equals(parts(has));
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).sorted().toList();
    }
}
