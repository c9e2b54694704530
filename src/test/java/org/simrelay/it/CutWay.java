package org.simrelay.it;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.simrelay.chaos.world.Relay;
import org.simrelay.sandbox.SideDoor;
import org.simrelay.sandbox.process.Ports;

/** The way from one machine to all brokers, which can be cut: a partition of the network, in which both sides live on. */
final class CutWay implements AutoCloseable {

    private final List<Relay> relays = new ArrayList<>();
    private final List<SideDoor> doors = new ArrayList<>();

    /** To so many brokers, which are started behind it: {@link #doors}. */
    CutWay(int brokers) throws IOException {
        for (int port : Ports.free(brokers)) {
            Relay relay = new Relay(port);
            relays.add(relay);
            doors.add(new SideDoor(port, relay.port()));
        }
    }

    List<SideDoor> doors() {
        return doors;
    }

    /** What the machine has for {@code kafka.brokers}. */
    String brokers() {
        return relays.stream().map(relay -> "127.0.0.1:" + relay.port()).collect(Collectors.joining(","));
    }

    /** Nothing gets through, in either direction, until it is mended. */
    void cut() {
        relays.forEach(relay -> relay.part(true));
    }

    void mend() {
        relays.forEach(relay -> relay.part(false));
    }

    @Override
    public void close() throws IOException {
        for (Relay relay : relays) {
            relay.close();
        }
    }
}
