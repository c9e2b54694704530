package org.simrelay.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import org.apache.hc.core5.util.Timeout;

/** The stream of a reply: fails when it is not whole in time, and cuts the connection when it is closed before its end. */
final class BoundedStream extends FilterInputStream {

    private final Clock clock;
    private final Timeout most;
    private final long untilMillis;
    private final Runnable cut;
    private boolean ended;
    private boolean closed;

    BoundedStream(InputStream stream, Clock clock, Timeout most, Runnable cut) {
        super(stream);
        this.clock = clock;
        this.most = most;
        this.untilMillis = most.isEnabled() ? clock.millis() + most.toMilliseconds() : Long.MAX_VALUE;
        this.cut = cut;
    }

    @Override
    public int read() throws IOException {
        inTime();
        int value = super.read();
        ended |= value < 0;
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        inTime();
        int count = super.read(bytes, offset, length);
        ended |= count < 0;
        return count;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        if (ended) {
            super.close();
            return;
        }
        cut.run();
        try {
            super.close();
        } catch (IOException e) {
            // nothing more is wanted from the connection that was cut
        }
    }

    private void inTime() throws SocketTimeoutException {
        if (clock.millis() > untilMillis) {
            throw new SocketTimeoutException("the reply was not whole after " + most);
        }
    }
}
