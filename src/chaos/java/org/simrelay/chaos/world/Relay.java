package org.simrelay.chaos.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.simrelay.sandbox.process.Ports;

/** The network between the service and its vendors, or Kafka: hands bytes on, or does what networks do. */
public final class Relay implements AutoCloseable {

    /** What it does with what the vendor says. */
    public enum Mode {
        WELL,
        /** One byte each 150 ms, the head of the reply too. */
        DRIP,
        /** Nothing comes back. */
        SILENT,
        /** Connections are taken and closed at once. */
        CLOSING,
        /** The reply breaks off after 60 bytes. */
        CUT,
        /** Replies "102 Processing" without end. */
        INTERIM,
        /** A header line of several megabytes. */
        LONG_HEADER
    }

    private static final int CUT_AFTER = 60;
    private static final int DRIP_MILLIS = 150;
    // 400 MB, where it is read so far
    private static final int LONG_LINE_PARTS = 25_000;
    private static final byte[] INTERIM = "HTTP/1.1 102 Processing\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.WELL;
    private volatile boolean parted;

    /**
     * Starts it, on a free port.
     *
     * @param target the port of 127.0.0.1 that bytes are handed on to
     */
    public Relay(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket();
        server.bind(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Ports.free(1).get(0)),
                256);
        thread("relay", this::accept);
    }

    /** The port where it listens, on 127.0.0.1. */
    public int port() {
        return server.getLocalPort();
    }

    /** From now on, for the connections that are open too. */
    public void set(Mode now) {
        mode = now;
    }

    /** Whether neither side hears of the other: what they say is handed on, late, when they do again. */
    public void part(boolean now) {
        parted = now;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (mode == Mode.CLOSING) {
                    client.close();
                    continue;
                }
                Socket vendor = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(vendor);
                thread("relay-out", () -> pump(client, vendor, false));
                thread("relay-in", () -> pump(vendor, client, true));
            } catch (IOException e) {
                // closed, or the vendor is: the client finds out by itself
            }
        }
    }

    private void pump(Socket from, Socket to, boolean reply) {
        byte[] part = new byte[1 << 14];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                while (parted && !server.isClosed()) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                if (reply) {
                    answer(out, part, length);
                } else if (mode == Mode.CLOSING) {
                    return;
                } else {
                    out.write(part, 0, length);
                }
                out.flush();
            }
        } catch (IOException | InterruptedException e) {
            // one side is gone: so is the other
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void answer(OutputStream out, byte[] part, int length) throws IOException, InterruptedException {
        switch (mode) {
            case WELL -> out.write(part, 0, length);
            case DRIP -> drip(out, part, length);
            case SILENT -> waitWhile(Mode.SILENT);
            case CUT, CLOSING -> {
                out.write(part, 0, Math.min(CUT_AFTER, length));
                throw new IOException("cut");
            }
            case INTERIM -> {
                while (mode == Mode.INTERIM) {
                    out.write(INTERIM);
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                throw new IOException("after interim replies");
            }
            case LONG_HEADER -> {
                out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
                byte[] line = "x".repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < LONG_LINE_PARTS && mode == Mode.LONG_HEADER; i++) {
                    out.write(line);
                }
                throw new IOException("a header without end");
            }
        }
    }

    private void drip(OutputStream out, byte[] part, int length) throws IOException, InterruptedException {
        int at = 0;
        while (at < length && mode == Mode.DRIP) {
            out.write(part, at++, 1);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(DRIP_MILLIS);
        }
        out.write(part, at, length - at);
    }

    private void waitWhile(Mode bad) throws IOException, InterruptedException {
        while (mode == bad && !server.isClosed()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("silent");
    }

    private static void thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
