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
    DOWN;

    private static final Set<FaultKind> BY_LIST = EnumSet.of(POISONED, DOWN);

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
        return vendors.size() == 1 || this == MISSING_CARD || this == TOKEN_REFUSED;
    }

    /** Whether chance decides, request by request. */
    boolean byChance() {
        return !BY_LIST.contains(this);
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
