package org.simrelay.steps;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Charsets;
import org.simrelay.reply.HttpStatuses;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.reply.RetryAfter;
import org.simrelay.sweep.LastCall;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** Reads the body of a reply, bounded, and refuses what HTTP itself says is no answer. */
public final class ReadReply implements Processor {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int SHOWN_BYTES = 8_000;

    private final Clock clock;
    private final VendorClock vendorClock = new VendorClock();
    private final ThreadLocal<ReadBuffer> buffers = ThreadLocal.withInitial(ReadBuffer::new);

    public ReadReply(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws RequestFailure, IOException {
        Message reply = exchange.getMessage();
        reply.setBody(read(
                reply.getBody(InputStream.class),
                reply.getHeader(Exchange.HTTP_RESPONSE_CODE, int.class),
                reply.getHeader("Retry-After", String.class),
                reply.getHeader("Date", String.class),
                reply.getHeader(Exchange.CONTENT_TYPE, String.class),
                ExchangeContract.sweep(exchange),
                ExchangeContract.request(exchange)));
    }

    /**
     * @param body the stream, read to its end and closed
     * @param contentType names the charset of a body that is not in UTF-8
     * @param request told when the vendor answered and how the answer begins; null for a login
     * @return the body's bytes
     * @throws RequestFailure by the HTTP status; transient for an empty or too large body
     * @throws IOException when the connection broke
     */
    byte[] read(
            @Nullable InputStream body,
            int status,
            @Nullable String retryAfter,
            @Nullable String date,
            @Nullable String contentType,
            Sweep sweep,
            @Nullable Request request)
            throws RequestFailure, IOException {
        byte[] raw;
        try (InputStream stream = body == null ? InputStream.nullInputStream() : body) {
            raw = buffers.get().read(stream, MOST_BYTES + 1);
        }
        byte[] readable = Charsets.of(raw, contentType);
        byte[] bytes = readable == null ? raw : readable;
        Instant now = clock.instant();
        LastCall call = LastCall.of(sweep, request);
        if (call != null) {
            call.answered(now, bytes.length > SHOWN_BYTES ? Arrays.copyOf(bytes, SHOWN_BYTES) : bytes);
        }
        vendorClock.compare(sweep.account(), date, now);
        if (status / 100 != 2) {
            Outcome outcome = HttpStatuses.outcome(status, request != null);
            Outcome onRepeat = outcome == Outcome.REAUTH ? Outcome.DENIED : outcome;
            throw new RequestFailure(
                    outcome, "HTTP " + status, "HTTP status " + status, RetryAfter.of(retryAfter, now), onRepeat);
        }
        if (bytes.length > MOST_BYTES) {
            String larger = "the reply is larger than " + MOST_BYTES + " bytes";
            throw RequestFailure.unreadable(beginsAsJson(bytes) ? larger : null, larger);
        }
        if (bytes.length == 0) {
            throw new RequestFailure(Outcome.TRANSIENT, null, "the reply is empty");
        }
        if (readable == null) {
            String neither = "the reply is neither UTF-8 nor in the charset it names: " + contentType;
            throw RequestFailure.unreadable(beginsAsJson(bytes) ? neither : null, neither);
        }
        return bytes;
    }

    private static boolean beginsAsJson(byte[] bytes) {
        int i = 0;
        while (i < bytes.length && bytes[i] <= ' ' && bytes[i] > 0) {
            i++;
        }
        return i < bytes.length && (bytes[i] == '{' || bytes[i] == '[');
    }
}
