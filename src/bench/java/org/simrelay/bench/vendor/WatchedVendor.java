package org.simrelay.bench.vendor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.simrelay.sandbox.process.Ports;

/** A vendor of pages in this process, which notes when it answered what; for loads that leave the machine time. */
public final class WatchedVendor {

    private static final byte[] PAGE = "pageNum=".getBytes(StandardCharsets.US_ASCII);

    private final int port = Ports.free(1).get(0);
    private final long[] answered;

    /** Serves pages of 20 cards, at once, until this process ends. */
    public WatchedVendor(int cards) {
        CmiotReplies replies = new CmiotReplies(cards);
        answered = new long[cards / CmiotReplies.SIZE + 2];
        try {
            ReplyServer server = new ReplyServer(
                    port,
                    (request, out) -> {
                        replies.write(request, out);
                        int page = (int) request.number(request.after(PAGE), 9);
                        synchronized (answered) {
                            answered[page] = System.nanoTime();
                        }
                    },
                    Duration.ZERO);
            Thread thread = new Thread(() -> serve(server), "vendor");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** When each page was last answered, by {@link System#nanoTime}, the page's number being the index; 0 for never. */
    public long[] answered() {
        synchronized (answered) {
            return answered.clone();
        }
    }

    private static void serve(ReplyServer server) {
        try {
            server.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
