package org.simrelay.scenario;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.jspecify.annotations.Nullable;

/** The stub vendor's side of its connections, which a stub may break. */
final class StubConnections implements HttpConnectionFactory<DefaultBHttpServerConnection> {

    private static final String SCHEME = "http";
    private static final byte[] GARBAGE = "][;;'lasdkfu0y4r--\u0000no-HTTP".getBytes(StandardCharsets.UTF_8);
    // a handler is called by the thread that reads its request, and is not told on which connection
    private static final ThreadLocal<Socket> CURRENT = new ThreadLocal<>();

    @Override
    public DefaultBHttpServerConnection createConnection(Socket socket) throws IOException {
        DefaultBHttpServerConnection connection = new Connection(socket);
        connection.bind(socket);
        return connection;
    }

    @Override
    public DefaultBHttpServerConnection createConnection(SSLSocket tls, Socket socket) throws IOException {
        return createConnection(socket);
    }

    /**
     * Breaks the connection whose request this thread answers.
     *
     * @param fault null, or a fault of the body, breaks nothing
     * @throws ConnectionClosedException which makes the server close what is left of it
     */
    static void breakBy(Stub.@Nullable Fault fault) throws IOException {
        if (fault == null || fault == Stub.Fault.CUT_OFF) {
            return;
        }
        Socket socket = CURRENT.get();
        if (fault == Stub.Fault.RESET) {
            // closing discards what is not sent and resets
            socket.setSoLinger(true, 0);
            socket.close();
        } else if (fault == Stub.Fault.GARBAGE) {
            socket.getOutputStream().write(GARBAGE);
        }
        throw new ConnectionClosedException();
    }

    /** One that knows its socket. */
    private static final class Connection extends DefaultBHttpServerConnection {
        private final Socket socket;

        private Connection(Socket socket) {
            super(SCHEME, Http1Config.DEFAULT);
            this.socket = socket;
        }

        @Override
        public @Nullable ClassicHttpRequest receiveRequestHeader() throws HttpException, IOException {
            CURRENT.set(socket);
            return super.receiveRequestHeader();
        }
    }
}
