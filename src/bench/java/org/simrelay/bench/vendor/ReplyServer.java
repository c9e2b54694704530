package org.simrelay.bench.vendor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** HTTP/1.1 with kept connections on one thread: a latency holds a reply back, and blocks nothing. */
final class ReplyServer {

    private static final int BACKLOG = 1024;
    private static final long LOOK_NANOS = 200_000;

    private final Replies replies;
    private final long latency;
    private final Selector selector;
    private final ServerSocketChannel server;
    // all wait equally long, so that the first to come is the first to be due
    private final Queue<Connection> waiting = new ArrayDeque<>();
    private byte[] head = {};
    private long headSecond;

    ReplyServer(int port, Replies replies, Duration latency) throws IOException {
        this.replies = replies;
        this.latency = latency.toNanos();
        this.selector = Selector.open();
        this.server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Serves until the process ends. */
    void run() throws IOException {
        while (true) {
            select();
            for (SelectionKey key : selector.selectedKeys()) {
                serve(key);
            }
            selector.selectedKeys().clear();
            long now = System.nanoTime();
            for (Connection next = waiting.peek(); next != null && next.due() - now <= 0; next = waiting.peek()) {
                waiting.remove();
                answer(next);
            }
        }
    }

    private void select() throws IOException {
        Connection next = waiting.peek();
        if (next == null) {
            selector.select();
            return;
        }
        long nanos = next.due() - System.nanoTime();
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        if (millis > 0) {
            selector.select(millis);
        } else if (selector.selectNow() == 0 && nanos > 0) {
            // select takes whole milliseconds, and one of fifty is two per cent: never answers before the time, and not
            // long after
            LockSupport.parkNanos(Math.min(nanos, LOOK_NANOS));
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel channel = server.accept();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey own = channel.register(selector, SelectionKey.OP_READ);
            own.attach(new Connection(own));
            return;
        }
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.write();
            } else if (connection.read()) {
                if (latency == 0) {
                    answer(connection);
                } else {
                    connection.due(System.nanoTime() + latency);
                    waiting.add(connection);
                }
            }
        } catch (IOException e) {
            // the client is gone
            key.channel().close();
        }
    }

    private void answer(Connection connection) {
        try {
            connection.answer(head(), replies);
        } catch (IOException e) {
            System.err.println("a client has gone before its reply: " + e);
        }
    }

    /** The headers that all replies share, made afresh each second for their date. */
    private byte[] head() {
        long second = System.currentTimeMillis() / 1000;
        if (second != headSecond) {
            headSecond = second;
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
            head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\nDate: " + date + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
        return head;
    }
}
