package org.simrelay.sandbox.vendor;

/** What a fault of one card makes of a value in its item. */
final class OddValue {
    private OddValue() {}

    /** The value, as a vendor's broken server writes it: perhaps no JSON. */
    static String of(FaultKind odd, String value) {
        return switch (odd) {
            case RAW_TAB -> value + ",\"note\":\"raw\ttab\"";
            case NOT_A_NUMBER -> value + ",\"note\":NaN";
            case WRONG_TYPE -> "{\"of\":[" + value + "]}";
            case HUGE_VALUE -> value.startsWith("\"") ? '"' + EnvelopeFaults.huge() + '"' : value;
            default -> value;
        };
    }
}
