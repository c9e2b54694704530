package org.simrelay.cluster;

import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts that the files name, {@code /<vendor>/<account>}; as they were last while the files cannot be read: a folder that is being
 * exchanged is no reason to give accounts away. Thread-safe.
 */
final class NamedAccounts implements Supplier<Set<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(NamedAccounts.class);

    private final Supplier<Set<String>> files;
    private volatile Set<String> last;

    /** Reads them once. */
    NamedAccounts(Supplier<Set<String>> files) {
        this.files = files;
        this.last = files.get();
    }

    @Override
    public Set<String> get() {
        try {
            last = files.get();
        } catch (RuntimeException e) {
            LOG.debug("the routes cannot be read now", e);
        }
        return last;
    }
}
