package org.simrelay.web;

import java.time.Duration;

/**
 * What clients of the HTTP server may take up: its connections and their requests share file descriptors and threads with the sweeps.
 *
 * @param idle how long a connection may send and take nothing before it is closed
 * @param connections how many may be open; one more closes the one that is open longest
 * @param pipelined how many requests one may have sent and not been answered; one more closes it
 */
record WebLimits(Duration idle, int connections, int pipelined) {

    /** As {@code run} has them; no usual interval of scrapes and probes is near to the time. */
    static final WebLimits SHIPPED = new WebLimits(Duration.ofSeconds(40), 200, 8);
}
