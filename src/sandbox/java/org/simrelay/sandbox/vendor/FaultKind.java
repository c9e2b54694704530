package org.simrelay.sandbox.vendor;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can go wrong, by the names that {@link Fault#parse} takes. */
public enum FaultKind {
    /** HTTP 500 with an HTML page. */
    HTTP500,
    /** No answer; the connection is closed after {@link SimulatorConfig#stall}. */
    TIMEOUT,
    /** The connection is closed without a byte of an answer. */
    RESET,
    /** HTTP 200 with an HTML page. */
    GARBAGE,
    /** HTTP 200 with an empty body. */
    EMPTY,
    /** HTTP 200 with the first half of the JSON, a complete answer to HTTP. */
    TRUNCATED,
    /** HTTP 200 with the first half of the JSON under the Content-Length of the whole, then the connection is closed. */
    CUT_OFF,
    /** cmiot: status 71. iotbos: HTTP 429 with {@code Retry-After: 1}. */
    QUOTA,
    /** cmiot: status 7. iotbos: a good token is said to be bad. */
    TOKEN_REFUSED,
    /** cmiot: status 99. iotbos: status 0, 系统错误. */
    SYSTEM_ERROR,
    /** One card is left out of the reply. cmiot: the total still counts it. */
    MISSING_CARD(Vendor.CMIOT, Vendor.IOTBOS),
    /** A card that nobody asked for is in the reply. */
    STRAY_CARD(Vendor.IOTBOS),
    /** A page with half of its cards. */
    SHORT_PAGE(Vendor.CMIOT),
    /** The cards of the page before, in place of this page's. */
    REPEAT_PAGE(Vendor.CMIOT),
    /** A card joins or leaves the arrears list just before this page is read, so that the later pages shift. */
    MOVING_PAGES(Vendor.CMIOT),
    /** A card because of which its batch is refused: status 0, 号码非法. Takes a card, not a probability. */
    POISONED(Vendor.IOTBOS),
    /** As {@link #RESET}, for a span of the simulator's life. Takes a span, not a probability. */
    DOWN,
    /** HTTP 503 with {@code Retry-After: 1} and an HTML page. */
    UNAVAILABLE,
    /** HTTP 429 with {@code Retry-After: 1}. */
    TOO_MANY,
    /** HTTP 414 where more than {@link SimulatorConfig#longest} cards are asked for. */
    TOO_LONG(Vendor.IOTBOS),
    /** HTTP 500 with a page that quotes the request's address, as it came, in capitals, for HTML and for JSON. */
    ECHO,
    /** A refusal whose message writes a log line and an escape sequence of its own: {@link Forged}. */
    FORGERY,
    /** An envelope whose status is a text of 1.2 MB. */
    HUGE_STATUS,
    /** No item has the number of a card that was asked for: each begins with 86. */
    OTHER_NUMBERS(Vendor.IOTBOS),
    /** cmiot: status 20, ask again later. */
    LATER(Vendor.CMIOT),
    /** cmiot: status 8, whitelist. iotbos: HTTP 403. */
    DENIED,
    /** cmiot: status 10. iotbos: HTTP 400. */
    REJECTED,
    /** A status that no table names: cmiot 987654321, iotbos 7. */
    UNKNOWN_CODE,
    /** cmiot: total as a number, not a text. */
    TOTAL_NUMBER(Vendor.CMIOT),
    /** cmiot: a result that is not empty and lacks its node. */
    NODE_GONE(Vendor.CMIOT),
    /** A login that succeeds without a token in its reply. */
    NO_TOKEN(Vendor.IOTBOS),
    /** A card whose item holds a raw tab, which is no JSON. Takes a card, as all that follow. */
    RAW_TAB,
    /** A card whose item holds NaN, which is no JSON. */
    NOT_A_NUMBER,
    /** A card whose item has a value of another type. */
    WRONG_TYPE,
    /** A card one of whose texts has 1.2 MB. */
    HUGE_VALUE,
    /** A card that comes twice in its reply. */
    DOUBLED_CARD;

    private static final Set<FaultKind> MILD = EnumSet.range(HTTP500, DOWN);
    private static final Set<FaultKind> BY_CARD =
            EnumSet.of(POISONED, RAW_TAB, NOT_A_NUMBER, WRONG_TYPE, HUGE_VALUE, DOUBLED_CARD);

    private final ImmutableSet<Vendor> vendors;

    FaultKind(Vendor... vendors) {
        this.vendors = ImmutableSet.copyOf(vendors.length == 0 ? Vendor.values() : vendors);
    }

    /** The name in a fault's text: {@code token-refused}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a vendor can have this fault. */
    public boolean concerns(Vendor vendor) {
        return vendors.contains(vendor);
    }

    /** Whether it is about cards of a reply or the token of a query, so that a login cannot have it. */
    boolean aboutQueries() {
        return this != NO_TOKEN && (vendors.size() == 1 || this == MISSING_CARD || this == TOKEN_REFUSED || byCard());
    }

    /** Whether chance decides, request by request. */
    boolean byChance() {
        return this != DOWN && !byCard();
    }

    /** Whether it is about one card and takes its number. */
    public boolean byCard() {
        return BY_CARD.contains(this);
    }

    /** Whether chaos alone draws it: what tests with tighter bounds draw from are the kinds up to {@link #DOWN}. */
    public boolean isHarsh() {
        return !MILD.contains(this);
    }

    static String allowed() {
        String chances = Arrays.stream(values())
                .filter(FaultKind::byChance)
                .map(FaultKind::id)
                .collect(Collectors.joining(", "));
        return "[TARGET:]KIND@PROBABILITY (http500@0.1) or [TARGET:]KIND*TIMES (http500*3, the next three requests), KIND one of "
                + chances
                + "; [TARGET:]down@FROM..TO (down@10s..20s after the start); poisoned@CARD; TARGET is cmiot, iotbos or the"
                + " last word of a path, such as exceed or token";
    }
}
