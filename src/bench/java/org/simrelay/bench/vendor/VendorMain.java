package org.simrelay.bench.vendor;

import java.io.IOException;
import java.time.Duration;
import org.simrelay.bench.Workload;
import org.simrelay.sandbox.process.Tether;

/** The vendor's own process. */
public final class VendorMain {

    private VendorMain() {}

    /**
     * Serves until its parent is gone.
     *
     * @param args the workload, how many cards there are, the latency in milliseconds, and the port
     */
    public static void main(String[] args) throws IOException {
        Tether.tie();
        int cards = Integer.parseInt(args[1]);
        Replies replies =
                switch (Workload.valueOf(args[0])) {
                    case CMIOT -> new CmiotReplies(cards);
                    case IOTBOS -> new IotbosReplies(cards);
                };
        new ReplyServer(Integer.parseInt(args[3]), replies, Duration.ofMillis(Long.parseLong(args[2]))).run();
    }
}
