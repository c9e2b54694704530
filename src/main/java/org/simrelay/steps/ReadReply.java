package org.simrelay.steps;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.reply.Charsets;
import org.simrelay.reply.HttpStatuses;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.LastCall;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the body of a reply, bounded, and refuses what HTTP itself says is no answer. */
public final class ReadReply implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(ReadReply.class);
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int SHOWN_BYTES = 8_000;
    private static final Duration MOST_SKEW = Duration.ofMinutes(1);

    private final Clock clock;
    // a Date changes once a second, and replies may come in thousands
    private volatile @Nullable String lastDate;

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
            raw = stream.readNBytes(MOST_BYTES + 1);
        }
        byte[] readable = Charsets.of(raw, contentType);
        byte[] bytes = readable == null ? raw : readable;
        Instant now = clock.instant();
        Preview preview = sweep.preview();
        LastCall call = request != null ? request.attempts().lastCall() : preview != null ? preview.login() : null;
        if (call != null) {
            call.answered(now, bytes.length > SHOWN_BYTES ? Arrays.copyOf(bytes, SHOWN_BYTES) : bytes);
        }
        if (date != null && !date.equals(lastDate)) {
            lastDate = date;
            compareClocks(sweep.account(), date, now);
        }
        if (status / 100 != 2) {
            Outcome outcome = HttpStatuses.outcome(status, request != null);
            Outcome onRepeat = outcome == Outcome.REAUTH ? Outcome.DENIED : outcome;
            throw new RequestFailure(
                    outcome, "HTTP " + status, "HTTP status " + status, wait(retryAfter, now), onRepeat);
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

    /** RFC 9110, 10.2.3: seconds, or a date. */
    private static @Nullable Duration wait(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        String text = retryAfter.strip();
        if (text.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant until = date(text);
        return until == null || until.isBefore(now) ? null : Duration.between(now, until);
    }

    private static void compareClocks(Account account, String date, Instant now) {
        Instant theirs = date(date);
        if (theirs != null
                && Duration.between(theirs, now).abs().compareTo(MOST_SKEW) > 0
                && account.warnOnce("clock")) {
            LOG.warn(
                    "{}: the vendor's clock says {} and this machine's says {}; signed requests may be refused, set"
                            + " the clock",
                    account.source(),
                    theirs,
                    now);
        }
    }

    private static @Nullable Instant date(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
