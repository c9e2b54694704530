package org.simrelay.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.simrelay.http.CallDeadlines.Call;

/** The stream of a reply: fails when it is not whole in time, and cuts the connection when it is closed before its end. */
final class BoundedStream extends FilterInputStream {

    private final Call call;
    private final Runnable cut;
    private boolean ended;
    private boolean closed;

    BoundedStream(InputStream stream, Call call, Runnable cut) {
        super(stream);
        this.call = call;
        this.cut = cut;
    }

    @Override
    public int read() throws IOException {
        call.inTime();
        try {
            int value = super.read();
            end(value);
            return value;
        } catch (IOException e) {
            throw call.isLate() ? call.late(e) : e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        call.inTime();
        try {
            int count = super.read(bytes, offset, length);
            end(count);
            return count;
        } catch (IOException e) {
            throw call.isLate() ? call.late(e) : e;
        }
    }

    private void end(int read) {
        if (read < 0) {
            ended = true;
            call.end();
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        call.end();
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
}
