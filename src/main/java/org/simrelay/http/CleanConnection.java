package org.simrelay.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection over which nothing is asked where bytes have come already, be it while it was idle in the pool: they would be taken for
 * the reply, and another card's answer for this one's. HttpClient's own look at idle connections takes such bytes for life.
 */
final class CleanConnection implements ManagedHttpClientConnection {

    /** Whether what was read holds more than the replies up to now; takes blanks out of it. */
    @FunctionalInterface
    interface Rest {
        boolean isThere() throws IOException;
    }

    private static final Timeout AT_ONCE = Timeout.ofMilliseconds(1);
    // who sends blanks without end is at no reply
    private static final int MOST_LOOKS = 16;

    private final ManagedHttpClientConnection connection;
    private final Rest rest;
    private @Nullable Socket base;

    CleanConnection(ManagedHttpClientConnection connection, Rest rest) {
        this.connection = connection;
        this.rest = rest;
        this.base = connection.getSocket();
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        if (holdsMore()) {
            throw new ProtocolException("more came than the reply before was, and would be taken for the next one");
        }
        connection.sendRequestHeader(request);
    }

    private boolean holdsMore() throws IOException {
        Socket socket = base;
        boolean more = rest.isThere();
        for (int look = 0; !more && socket != null && socket.getInputStream().available() > 0; look++) {
            // below TLS what came may be no reply's
            if (!connection.isDataAvailable(AT_ONCE)) {
                return false;
            }
            more = look == MOST_LOOKS || rest.isThere();
        }
        return more;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        base = socket;
        connection.bind(socket);
    }

    @Override
    public void bind(SSLSocket layered, Socket socket) throws IOException {
        base = socket;
        connection.bind(layered, socket);
    }

    @Override
    public @Nullable Socket getSocket() {
        return connection.getSocket();
    }

    @Override
    public @Nullable SSLSession getSSLSession() {
        return connection.getSSLSession();
    }

    @Override
    public void passivate() {
        connection.passivate();
    }

    @Override
    public void activate() {
        connection.activate();
    }

    @Override
    public boolean isConsistent() {
        return connection.isConsistent();
    }

    @Override
    public void terminateRequest(ClassicHttpRequest request) throws HttpException, IOException {
        connection.terminateRequest(request);
    }

    @Override
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        connection.sendRequestEntity(request);
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        return connection.receiveResponseHeader();
    }

    @Override
    public void receiveResponseEntity(ClassicHttpResponse response) throws HttpException, IOException {
        connection.receiveResponseEntity(response);
    }

    @Override
    public boolean isDataAvailable(Timeout timeout) throws IOException {
        return connection.isDataAvailable(timeout);
    }

    @Override
    public boolean isStale() throws IOException {
        return connection.isStale();
    }

    @Override
    public void flush() throws IOException {
        connection.flush();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    @Override
    public void close(CloseMode mode) {
        connection.close(mode);
    }

    @Override
    public @Nullable EndpointDetails getEndpointDetails() {
        return connection.getEndpointDetails();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return connection.getLocalAddress();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return connection.getRemoteAddress();
    }

    @Override
    public ProtocolVersion getProtocolVersion() {
        return connection.getProtocolVersion();
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public @Nullable Timeout getSocketTimeout() {
        return connection.getSocketTimeout();
    }

    @Override
    public void setSocketTimeout(@Nullable Timeout timeout) {
        connection.setSocketTimeout(timeout);
    }
}
