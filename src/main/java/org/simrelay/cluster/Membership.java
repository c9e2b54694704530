package org.simrelay.cluster;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A consumer, and its life as a member of the group. */
record Membership(Consumer<byte[], byte[]> consumer, Group group) {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final Duration MOST_CLOSING = Duration.ofSeconds(5);

    /** Nothing is this process's any more; null where there is none. */
    static void lose(@Nullable Membership now) {
        if (now != null) {
            now.group.loseAll();
        }
    }

    /** Closes the consumer, whatever state it is in; null where there is none. */
    static void close(@Nullable Membership now) {
        try {
            if (now != null) {
                now.consumer.close(MOST_CLOSING);
            }
        } catch (RuntimeException e) {
            LOG.debug("the consumer was not closed in order", e);
        }
    }
}
