package org.simrelay.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;

/**
 * This process among the others.
 *
 * @param address where it is reached, host:port
 * @param instance its name
 * @param fixed its name as a static member of the group, {@code cluster.instance-id}; empty where it is none
 */
record Self(String address, String instance, Optional<String> fixed) {

    private static final String ADDRESS = "http.address";
    private static final String INSTANCE = "cluster.instance-id";

    /**
     * As the settings say; a process without a name gets one of its own.
     *
     * @param listening where it listens; null where it does not
     */
    static Self of(Settings settings, @Nullable Integer listening) {
        Optional<String> fixed = settings.find(INSTANCE).filter(id -> !id.isBlank());
        String host = host();
        String address =
                settings.find(ADDRESS).filter(given -> !given.isBlank()).orElse(host);
        // an address may name its port, IPv6 stands in brackets
        boolean whole = address.matches(".*:[0-9]+");
        address = whole || listening == null ? address : address + ":" + listening;
        long began = ProcessHandle.current()
                .info()
                .startInstant()
                .map(at -> at.toEpochMilli())
                .orElse(0L);
        String own = host + "-" + ProcessHandle.current().pid() + "-" + Long.toString(began, Character.MAX_RADIX);
        // one that starts again under its old name is another process all the same
        return new Self(address, fixed.map(id -> id + "@" + own).orElse(own), fixed);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
