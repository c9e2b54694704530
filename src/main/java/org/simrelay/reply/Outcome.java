package org.simrelay.reply;

/** What a reply means, as the tables of {@code routes/vendors} name it in lower case. */
public enum Outcome {
    /** The answer is there. */
    OK(false),
    /** No data, which is not a failure. */
    EMPTY(false),
    /** Passes by itself: ask again with growing waits. */
    TRANSIENT(true),
    /** Not ready: the next sweep asks again. */
    LATER(false),
    /** Too fast: slow down, then ask again. */
    QUOTA(true),
    /** The signature or the token was refused: sign or log in afresh, once. */
    REAUTH(false),
    /** The whole account or query is refused: the sweep stops. */
    DENIED(false),
    /** Our request is wrong: asking again would not help. */
    REJECTED(false),
    /** This batch is refused for its content. */
    BATCH(false),
    /** This card alone is refused. */
    CARD(false),
    /** A code that no table names: asked again as if transient, and loud. */
    UNKNOWN(true),
    /** A value does not fit its type. */
    INVALID(false),
    /** Kafka refused the record. */
    UNPUBLISHED(false);

    private final boolean retried;

    Outcome(boolean retried) {
        this.retried = retried;
    }

    /** Whether asking again with growing waits may help. */
    public boolean retried() {
        return retried;
    }

    /** The name in tables and records. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException that lists the words there are
     */
    public static Outcome of(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no outcome; there are " + words());
    }

    /** The words of all outcomes, for messages. */
    public static String words() {
        return String.join(
                ", ", java.util.Arrays.stream(values()).map(Outcome::word).toList());
    }
}
