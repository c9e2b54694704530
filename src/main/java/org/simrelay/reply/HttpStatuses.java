package org.simrelay.reply;

/** What an HTTP status means where the vendor's table has no say (RFC 9110, RFC 6585). */
public final class HttpStatuses {

    private HttpStatuses() {}

    /** @param asksForCards whether fewer of them would make a smaller request; a login has none */
    public static Outcome outcome(int status, boolean asksForCards) {
        return switch (status) {
            case 401 -> Outcome.REAUTH;
            case 403, 407 -> Outcome.DENIED;
            case 408, 425 -> Outcome.TRANSIENT;
            // too large, address too long, header too large: fewer cards make a smaller request
            case 413, 414, 431 -> asksForCards ? Outcome.BATCH : Outcome.REJECTED;
            case 429 -> Outcome.QUOTA;
            default -> status >= 500 ? Outcome.TRANSIENT : status >= 400 ? Outcome.REJECTED : Outcome.DENIED;
        };
    }
}
