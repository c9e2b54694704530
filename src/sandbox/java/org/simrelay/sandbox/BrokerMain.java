package org.simrelay.sandbox;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.simrelay.sandbox.process.Tether;

/** The forked JVM of a {@link Broker}: formats its data directory the first time, then is a Kafka broker. */
final class BrokerMain {
    private BrokerMain() {}

    /**
     * Runs until it is stopped.
     *
     * @param args the path of server.properties, and the id of the cluster
     */
    public static void main(String[] args) {
        Tether.tie();
        String[] format = {"format", "--cluster-id", args[1], "--config", args[0], "--ignore-formatted"};
        int failed = StorageTool.execute(format, System.out);
        if (failed != 0) {
            System.exit(failed);
        }
        Kafka.main(new String[] {args[0]});
    }
}
