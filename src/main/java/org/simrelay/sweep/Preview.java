package org.simrelay.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.RequestFailure;

/** A sweep that asks one request and publishes nothing: what went out, what came back, and what was found in it, to look at. */
public final class Preview {

    public static final int REPLY_SHOWN = 1000;
    public static final int REQUEST_SHOWN = 200_000;

    private final @Nullable Path cards;
    private final boolean isSaved;
    private volatile @Nullable String request;
    private volatile @Nullable String reply;
    private volatile List<String> arrays = List.of();
    private volatile @Nullable PreviewMatch match;
    private volatile @Nullable RequestFailure failure;
    private volatile @Nullable String end;
    private final PreviewCall call = new PreviewCall();
    private final PreviewCall loginCall = new PreviewCall();
    private final LastCall login = new LastCall();
    private volatile @Nullable String loginRequest;
    private volatile @Nullable String loginReply;

    /** Asks the vendor, for the first cards of the inventory. */
    public Preview() {
        this(null, false);
    }

    /**
     * @param cards a file to read instead of the inventory; null for the inventory
     * @param isSaved whether the reply was saved before, and no vendor is asked, for a token neither
     */
    public Preview(@Nullable Path cards, boolean isSaved) {
        this.cards = cards;
        this.isSaved = isSaved;
    }

    /** The file of the cards to ask for; null for those of the inventory. */
    public @Nullable Path cards() {
        return cards;
    }

    /** Whether the reply was saved before, and no vendor is asked. */
    public boolean isSaved() {
        return isSaved;
    }

    /** The request is over: what it and its login sent, and what came back, is kept as it may be shown. */
    public void over(Request asked) {
        Attempts attempts = asked.attempts();
        loginRequest = login.sent().isEmpty() ? null : attempts.shown(login.sent(), REQUEST_SHOWN);
        loginReply = beginning(attempts, login);
        request = attempts.shown(attempts.lastCall().sent(), REQUEST_SHOWN);
        reply = beginning(attempts, attempts.lastCall());
        failure = asked.publishing() == null ? attempts.lastFailure() : null;
    }

    private static @Nullable String beginning(Attempts attempts, LastCall call) {
        String came = call.reply();
        return came == null ? null : attempts.shown(came, REPLY_SHOWN);
    }

    /** How the request's own HTTP call went. */
    public PreviewCall call() {
        return call;
    }

    /** How the last login's HTTP call went. */
    public PreviewCall loginCall() {
        return loginCall;
    }

    /** What the last login sent, and what came back: unmasked. */
    public LastCall login() {
        return login;
    }

    /** The login as it went out, secrets masked; null if there was none. */
    public @Nullable String loginRequest() {
        return loginRequest;
    }

    /** How the login's reply begins, secrets masked; null if none came. */
    public @Nullable String loginReply() {
        return loginReply;
    }

    /** The vendor's answer is read, and items are looked for in it. */
    public void searched(JsonNode answer) {
        arrays = JsonOutline.arrays(answer);
    }

    /** Items were found in the reply. */
    public void found(PreviewMatch found) {
        match = found;
    }

    /** The sweep is over; null where it does not say why. */
    public void ended(@Nullable String reason) {
        end = reason;
    }

    /** The request as it went out, secrets masked; null or empty if none went out. */
    public @Nullable String request() {
        return request;
    }

    /** How the reply begins, secrets masked; null if none came. */
    public @Nullable String reply() {
        return reply;
    }

    /** The arrays in the reply, as JSLT names them, with how many items each has. */
    public List<String> arrays() {
        return arrays;
    }

    /** What its items matched; null where none were looked for. */
    public @Nullable PreviewMatch match() {
        return match;
    }

    /** Why the request brought no answer; null where it did, or where none was made. */
    public @Nullable RequestFailure failure() {
        return failure;
    }

    /** Why the sweep ended as it did; null where it does not say. */
    public @Nullable String end() {
        return end;
    }
}
