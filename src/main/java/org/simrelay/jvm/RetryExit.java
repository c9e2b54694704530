package org.simrelay.jvm;

import java.util.Map;

/**
 * The exit code where another start may do what this one could not: Kafka is out of reach, memory has run out. As for settings
 * that are wrong, unless who starts the process tells them apart, as the unit for systemd does.
 */
public final class RetryExit {

    static final String VARIABLE = "SIMRELAY_RETRY_EXIT";

    private static final int FAILED = 2;
    private static final int MOST = 255;

    private RetryExit() {}

    /** As the environment of the process says. */
    public static int code() {
        return code(System.getenv());
    }

    static int code(Map<String, String> environment) {
        try {
            int code = Integer.parseInt(environment.getOrDefault(VARIABLE, "").strip());
            return code > 0 && code <= MOST ? code : FAILED;
        } catch (NumberFormatException e) {
            return FAILED;
        }
    }
}
