package org.simrelay.steps;

import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.lifecycle.ExchangeRun;
import org.simrelay.lifecycle.PollRun;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** The properties of an exchange that the steps of the routes share: all there are, with who sets each and who reads it. */
public final class ExchangeContract {

    /** {@link PollRun}: set by whoever runs a poll by hand, else by {@link AccountsOfPoll}; read by {@link StartSweep}. */
    public static final String RUN = ExchangeRun.PROPERTY;

    /** {@link Sweep}: set by {@link StartSweep}, null where none began; read by all steps behind it, and handed on to a login. */
    public static final String SWEEP = "sweep";

    /** {@link Query}: the poll's, set by {@link StartSweep}; read by {@link Call} and {@link FindItems}. */
    public static final String QUERY = "query";

    /** {@link Request}: set by {@link OpenRequest} for each part of a sweep's split; read by the steps of a call. */
    public static final String REQUEST = "request";

    /** The endpoint of the vendor's call, {@code direct:<vendor>-call}: set by {@link StartSweep}; read by {@code request.camel.yaml}. */
    public static final String CALL = "call";

    /** {@link org.simrelay.account.Permit} that a login goes out with: set by {@link Login}; read by {@link AwaitPace}. */
    public static final String PERMIT = "permit";

    /** The names of the HTTP headers that a call sends: set by {@link Call}; read by {@link VendorHeaders}. */
    public static final String HEADERS = "headers";

    /**
     * What becomes of a request whose attempt failed, the name of a {@link org.simrelay.sweep.Decision.Action}: set by
     * {@link DecideOnFailure}; read by {@code failure.camel.yaml}.
     */
    public static final String DECISION = "decision";

    private ExchangeContract() {}

    /** The names of all of them. */
    public static Set<String> names() {
        return Set.of(RUN, SWEEP, QUERY, REQUEST, CALL, PERMIT, HEADERS, DECISION);
    }

    /** The sweep that an exchange is part of. */
    public static Sweep sweep(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(SWEEP, Sweep.class));
    }

    /** The request that an exchange is about; null in a login. */
    public static @Nullable Request request(Exchange exchange) {
        return exchange.getProperty(REQUEST, Request.class);
    }
}
