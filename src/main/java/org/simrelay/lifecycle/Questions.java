package org.simrelay.lifecycle;

import java.time.Instant;

/** What polls ask, as far as it matters to what was asked before. */
@FunctionalInterface
public interface Questions {

    /** Whether a sweep that was due then asks what one that was due at another time did. */
    boolean same(String poll, Instant one, Instant other);
}
