package org.simrelay.steps;

/** The exchange properties that the steps of a poll hand each other: the whole contract between a route and its steps. */
public final class ExchangeContract {

    /** The {@code Sweep}. Set where a sweep begins, and for the exchange of a login; read by nearly every step. */
    public static final String SWEEP = "sweep";

    /** The {@code Request}. Set by {@link OpenRequest} for each part of the split; read by the steps of a call, absent outside of one. */
    public static final String REQUEST = "request";

    /** What goes out: path and query with the credentials. Set by the vendor's call route; read by {@link SetRequestTarget} and for failures, masked. */
    public static final String SENT = "sent";

    /**
     * What becomes of a request whose attempt failed: the name of a {@link org.simrelay.sweep.Decision.Action}. Set by
     * {@link DecideOnFailure}; read by {@code routes/shared/failure.camel.yaml}.
     */
    public static final String DECISION = "decision";

    private ExchangeContract() {}
}
