package org.simrelay.sandbox;

/**
 * A further listener of a broker, for clients whose way to it a test wants to cut: they reach it only where something else hands their
 * bytes on.
 *
 * @param port where the broker listens, on 127.0.0.1
 * @param advertised the port that clients are told, also on 127.0.0.1
 */
public record SideDoor(int port, int advertised) {

    static final String NAME = "SIDE";

    /** For the broker's {@code listeners}. */
    String listener() {
        return "," + NAME + "://127.0.0.1:" + port;
    }

    /** For its {@code advertised.listeners}. */
    String advertisement() {
        return "," + NAME + "://127.0.0.1:" + advertised;
    }

    /** For its {@code listener.security.protocol.map}. */
    String protocol(String name) {
        return "," + NAME + ":" + name;
    }
}
