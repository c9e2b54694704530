package org.simrelay.service;

import java.time.Instant;
import org.apache.camel.spi.Registry;
import org.simrelay.steps.Query;

/** What the beans of the polls' files say. */
final class PollBeans {

    private PollBeans() {}

    /** Whether sweeps that are due at these times ask the vendor the same. */
    static boolean asksTheSame(Registry registry, String poll, Instant one, Instant other) {
        Query query = registry.lookupByNameAndType(poll, Query.class);
        return query != null && query.asksTheSame(one, other);
    }
}
