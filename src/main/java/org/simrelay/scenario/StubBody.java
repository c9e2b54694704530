package org.simrelay.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** The body of a reply as it goes out: whole, in parts with pauses, or cut off. */
final class StubBody extends AbstractHttpEntity {

    private final byte[] bytes;
    private final int parts;
    private final Duration pause;
    private final boolean cut;

    private StubBody(byte[] bytes, int parts, Duration pause, boolean cut) {
        // the type of the content is a stub's header or unknown
        super((String) null, null);
        this.bytes = bytes;
        this.parts = parts;
        this.pause = pause;
        this.cut = cut;
    }

    StubBody(byte[] bytes, Stub stub) {
        this(bytes, stub.parts(), stub.pause(), stub.fault() == Stub.Fault.CUT_OFF);
    }

    static StubBody whole(byte[] bytes) {
        return new StubBody(bytes, 1, Duration.ZERO, false);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (cut) {
            out.write(bytes, 0, bytes.length / 2);
            out.flush();
            throw new ConnectionClosedException();
        }
        int from = 0;
        for (int part = 1; part <= parts; part++) {
            int to = (int) ((long) bytes.length * part / parts);
            out.write(bytes, from, to - from);
            from = to;
            if (part < parts) {
                out.flush();
                StubVendor.pause(pause);
            }
        }
    }

    @Override
    public long getContentLength() {
        return bytes.length;
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
