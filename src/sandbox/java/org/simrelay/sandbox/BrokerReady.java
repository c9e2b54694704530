package org.simrelay.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.simrelay.sandbox.process.ChildProcess;

/** Waits until a broker answers. */
final class BrokerReady {
    private static final int LOG_LINES = 40;

    private BrokerReady() {}

    /** Returns when the broker names {@code nodes} nodes of its cluster. */
    static void await(String servers, int nodes, ChildProcess process, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 100,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 300);
        try (Admin admin = Admin.create(settings)) {
            while (System.nanoTime() < end && process.isAlive()) {
                if (nodes(admin) >= nodes) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String what = process.isAlive() ? "did not answer within " + bound.toSeconds() + " s" : "ended";
        throw new IllegalStateException(
                "the broker " + servers + " " + what + "; its log ends:\n" + process.logTail(LOG_LINES));
    }

    private static int nodes(Admin admin) throws InterruptedException {
        try {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size();
        } catch (ExecutionException | TimeoutException e) {
            return 0;
        }
    }
}
