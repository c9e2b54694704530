package org.simrelay.reply;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Cards;

/** A reply, or the lack of one, that did not bring the answer; thrown by the steps of a call and read by the retries. */
public final class RequestFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** The code of a refusal that no vendor gave: the breaker was open. */
    public static final String NOT_ASKED = "breaker";

    /** The code of a refusal that no vendor gave: no request was left today. */
    public static final String BUDGET = "budget";

    /** The code of a refusal that no vendor gave: the sweep had stopped before the request went out. */
    public static final String STOPPED = "stopped";

    /** The code of a refusal that no vendor gave: a step of ours broke, or the client. */
    public static final String FAULT = "fault";

    /** The most characters of a message, once it is masked. */
    public static final int MOST_SHOWN = 500;

    private static final int MOST_CODE = 80;

    private final Outcome outcome;
    private final @Nullable String code;
    private final @Nullable Duration retryAfter;
    private final Outcome onRepeat;
    private final @Nullable String unreadable;

    /**
     * @param code the vendor's code or the HTTP status, null where there is none
     * @param message what was wrong, without secrets
     */
    public RequestFailure(Outcome outcome, @Nullable String code, String message) {
        this(outcome, code, message, null, outcome == Outcome.REAUTH ? Outcome.DENIED : outcome);
    }

    /**
     * @param retryAfter how long the vendor asks to wait, null where it does not say
     * @param onRepeat what it means when a fresh signature or token is refused too
     */
    public RequestFailure(
            Outcome outcome, @Nullable String code, String message, @Nullable Duration retryAfter, Outcome onRepeat) {
        this(outcome, code, message, retryAfter, onRepeat, null);
    }

    private RequestFailure(
            Outcome outcome,
            @Nullable String code,
            String message,
            @Nullable Duration retryAfter,
            Outcome onRepeat,
            @Nullable String unreadable) {
        super(message);
        this.unreadable = unreadable;
        this.outcome = outcome;
        this.code = code;
        this.retryAfter = retryAfter;
        this.onRepeat = onRepeat;
    }

    /**
     * A reply that is none in its form: transient, unless it comes the same way again.
     *
     * @param how in what way it cannot be read, the same for two replies that fail alike; null where it does not even begin as one
     */
    public static RequestFailure unreadable(@Nullable String how, String message) {
        return new RequestFailure(Outcome.TRANSIENT, null, message, null, Outcome.TRANSIENT, how);
    }

    /** In what way the reply cannot be read though it begins as one; null for any other refusal. */
    public @Nullable String unreadable() {
        return unreadable;
    }

    /** The refusal to believe, once asking with a fresh signature or token has not helped. */
    public RequestFailure onRepeat() {
        return onRepeat == outcome ? this : new RequestFailure(onRepeat, code, reason(), retryAfter, onRepeat);
    }

    /** The same with another message, and a code that is changed likewise; itself where nothing changes. */
    public RequestFailure with(UnaryOperator<String> change) {
        String message = change.apply(reason());
        String changed = code == null ? null : change.apply(code);
        String bounded =
                changed == null || changed.length() <= MOST_CODE ? changed : changed.substring(0, MOST_CODE) + "…";
        return message.equals(reason()) && Objects.equals(bounded, code)
                ? this
                : new RequestFailure(outcome, bounded, message, retryAfter, onRepeat, unreadable);
    }

    /** The same as reasons and the log show it: without the numbers of these cards, or what else looks like one. */
    public RequestFailure hiding(Collection<String> cards) {
        return with(text -> Cards.hiddenIn(text, cards));
    }

    /** Whether the request did not go out, for a reason that trying again would not change. */
    public boolean isUnsent() {
        return BUDGET.equals(code) || STOPPED.equals(code);
    }

    public Outcome outcome() {
        return outcome;
    }

    public @Nullable String code() {
        return code;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The message; where the whole account is refused, with the vendor's code and what to do about it. */
    public String advice() {
        if (outcome != Outcome.DENIED || reason().contains("; check ")) {
            return reason();
        }
        return reason()
                + (code == null ? "" : " (" + code + ")")
                + "; check the account's credentials, its whitelist of addresses and its subscription at the vendor";
    }

    /** The message, never null. */
    public String reason() {
        String message = getMessage();
        return message == null ? outcome.word() : message;
    }
}
