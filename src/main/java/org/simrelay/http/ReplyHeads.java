package org.simrelay.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what comes before a reply's body: HttpClient alone would hold lines of any length, and read 1xx replies without end.
 */
final class ReplyHeads {

    private static final Http1Config BOUNDS = Http1Config.custom()
            .setMaxLineLength(32 * 1024)
            .setMaxHeaderCount(200)
            .build();
    private static final int MOST_INTERIM = 20;

    private ReplyHeads() {}

    /** Makes connections that read replies so. */
    static HttpConnectionFactory<ManagedHttpClientConnection> connections() {
        return socket -> {
            InterimBound replies = new InterimBound();
            ManagedHttpClientConnection made = ManagedHttpClientConnectionFactory.builder()
                    .http1Config(BOUNDS)
                    // HttpClient 5.5 hands none over to the parser
                    .responseParserFactory(none -> replies)
                    .build()
                    .createConnection(socket);
            return new CleanConnection(made, replies::hasMore);
        };
    }

    /** The replies of one connection, one after the other. */
    private static final class InterimBound extends DefaultHttpResponseParser {

        private int interim;
        private @Nullable SessionInputBuffer came;

        InterimBound() {
            super(BOUNDS);
        }

        /** Whether bytes have been read that belong to no reply up to now; blanks, which some servers send behind a body, do not count. */
        boolean hasMore() throws IOException {
            SessionInputBuffer read = came;
            while (read != null && read.length() > 0) {
                if (read.read(InputStream.nullInputStream()) > ' ') {
                    return true;
                }
            }
            return false;
        }

        @Override
        public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
            came = buffer;
            ClassicHttpResponse response = super.parse(buffer, in);
            if (response == null || response.getCode() >= 200) {
                interim = 0;
            } else if (++interim > MOST_INTERIM) {
                throw new MessageConstraintException("more than " + MOST_INTERIM + " 1xx replies to one request");
            }
            return response;
        }
    }
}
