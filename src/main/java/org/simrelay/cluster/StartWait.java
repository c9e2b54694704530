package org.simrelay.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.simrelay.config.Causes;
import org.simrelay.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a start waits for within bounds: that the group has said what is this process's, and that it is taken. */
final class StartWait {

    private static final Logger LOG = LoggerFactory.getLogger(StartWait.class);

    private static final Duration TOLD_AFTER = Duration.ofSeconds(1);
    private static final Duration MOST_JOINING = Duration.ofSeconds(90);
    private static final Duration MOST_TAKING = Duration.ofSeconds(60);

    private StartWait() {}

    /**
     * Waits for the group's word; what it waits for is told after a second.
     *
     * @throws SettingsException where the process can be no member, or is none within 90 s
     */
    static void joined(Joining joining) {
        if (joining.await(TOLD_AFTER)) {
            return;
        }
        LOG.info(
                "waiting for the group {}: Kafka gives time to join to those that start together, and waits for one that died",
                GroupSettings.ID);
        if (!joining.await(MOST_JOINING)) {
            throw new SettingsException("Kafka has not made this process a member of the group " + GroupSettings.ID
                            + " within "
                            + MOST_JOINING.toSeconds() + " s; look at the brokers, at __consumer_offsets and at"
                            + " offsets.topic.replication.factor, which may not be above the number of brokers")
                    .passing();
        }
    }

    /**
     * Waits for the first accounts, for 60 s at most: what is not taken then is taken later.
     *
     * @throws SettingsException where an account cannot be taken
     */
    static void taken(CompletableFuture<Void> first) {
        try {
            first.get(MOST_TAKING.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("the accounts of this process are not taken yet, which goes on");
        } catch (ExecutionException e) {
            throw new SettingsException(Causes.of(e)).passing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("interrupted while accounts were taken");
        }
    }
}
