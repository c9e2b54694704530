package org.simrelay.lifecycle;

import java.time.Instant;
import java.util.List;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepId;

/** The places that a poll's sweeps run in. */
final class PollPlaces {

    private PollPlaces() {}

    /** One for each of its vendor's accounts, each as a sweep that never runs. */
    static List<Sweep> of(Accounts accounts, String poll, Instant now) {
        String vendor = RouteFiles.vendor(poll);
        return accounts.names(vendor).stream()
                .map(name -> new Sweep(new SweepId(poll, name, now), accounts.of(vendor, name), now, null))
                .toList();
    }
}
