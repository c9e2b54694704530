package org.simrelay.bench.program;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a workload asks of its vendor, and how it reads a reply. */
interface FloorQuery {

    /**
     * Begins a sweep, with whatever must be asked first.
     *
     * @param answers takes the replies of what was asked first
     * @return the paths of the other requests, for any thread; null at their end
     */
    Supplier<@Nullable String> begin(FloorHttp http, Answers answers) throws IOException;

    /** Sends the cards of a reply on. */
    void read(byte[] reply, CardRecords records) throws IOException;

    /** Takes a reply. */
    interface Answers {
        void take(byte[] reply) throws IOException;
    }
}
