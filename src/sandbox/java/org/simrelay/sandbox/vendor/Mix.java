package org.simrelay.sandbox.vendor;

/**
 * How the inventory of iotbos behaves; shares of all cards, 0 to 1. Which cards they are is decided by their numbers alone.
 *
 * @param unknown cards with State 0
 * @param noData cards with State 2, drawn anew for each query
 * @param numericStrings cards whose numbers come as strings
 * @param negativeFlow cards whose ResidualFlow is below zero
 */
public record Mix(double unknown, double noData, double numericStrings, double negativeFlow) {
    /** What a fleet looks like. */
    public static final Mix REALISTIC = new Mix(0.01, 0.02, 0.005, 0.1);

    /** Every card has State 1 and plain numbers. */
    public static final Mix ALL_OK = new Mix(0, 0, 0, 0);
}
