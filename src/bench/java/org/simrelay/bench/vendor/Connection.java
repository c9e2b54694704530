package org.simrelay.bench.vendor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A connection of a client that sends its next request after the last reply, and no bodies. */
final class Connection {

    private static final int MOST_IN = 32 * 1024;
    private static final int MOST_OUT = 64 * 1024;

    private final SelectionKey key;
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(MOST_IN);
    private final ByteBuffer out = ByteBuffer.allocateDirect(MOST_OUT);
    private final RequestLine request = new RequestLine(in.array());
    private long due;

    Connection(SelectionKey key) {
        this.key = key;
        this.channel = (SocketChannel) key.channel();
    }

    /** Reads what is there; tells whether a request is complete. */
    boolean read() throws IOException {
        if (channel.read(in) < 0) {
            channel.close();
            return false;
        }
        byte[] bytes = in.array();
        int end = in.position();
        if (end < 4 || bytes[end - 1] != '\n' || bytes[end - 2] != '\r' || bytes[end - 3] != '\n') {
            return false;
        }
        int line = 0;
        while (bytes[line] != '\r') {
            line++;
        }
        request.length(line);
        return true;
    }

    /** The reply is due at this time of {@link System#nanoTime}. */
    void due(long nanos) {
        this.due = nanos;
    }

    long due() {
        return due;
    }

    void answer(byte[] head, Replies replies) throws IOException {
        in.clear();
        out.clear();
        out.put(head);
        replies.write(request, out);
        out.flip();
        write();
    }

    /** Writes what the network takes, and goes on when it takes more. */
    void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }
}
