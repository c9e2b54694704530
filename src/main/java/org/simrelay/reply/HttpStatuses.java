package org.simrelay.reply;

/** What an HTTP status means where the vendor's table has no say (RFC 9110, RFC 6585). */
final class HttpStatuses {

    private HttpStatuses() {}

    static Outcome outcome(int status) {
        return switch (status) {
            case 401 -> Outcome.REAUTH;
            case 403, 407 -> Outcome.DENIED;
            case 408, 425 -> Outcome.TRANSIENT;
            case 429 -> Outcome.QUOTA;
            default -> status >= 500 ? Outcome.TRANSIENT : status >= 400 ? Outcome.REJECTED : Outcome.DENIED;
        };
    }
}
