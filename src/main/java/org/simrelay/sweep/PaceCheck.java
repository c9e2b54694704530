package org.simrelay.sweep;

import org.simrelay.account.PaceDemand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of a pace that is too slow for a sweep, once it is known how many requests that takes. */
final class PaceCheck {

    private static final Logger LOG = LoggerFactory.getLogger(PaceCheck.class);

    private final Sweep sweep;
    private final CardSource source;
    private volatile boolean looked;

    PaceCheck(Sweep sweep, CardSource source) {
        this.sweep = sweep;
        this.source = source;
    }

    /** Looks, unless it has looked before or the source does not know its cards yet. */
    void check() {
        if (looked) {
            return;
        }
        SourceStatus status = source.status();
        Long cards = status.expected();
        if (cards == null) {
            return;
        }
        looked = true;
        PaceDemand demand = sweep.account().demand();
        demand.takes(sweep.id().poll(), cards * status.passes(), status.mostPerRequest());
        String shortfall = demand.takeWarning();
        if (shortfall != null) {
            LOG.warn("{}: {}", sweep, shortfall);
        }
    }
}
