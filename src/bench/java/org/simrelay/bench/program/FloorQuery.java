package org.simrelay.bench.program;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.simrelay.bench.Workload;

/** What a workload asks of its vendor, and how it reads a reply. */
interface FloorQuery {

    /** The query of a workload. */
    static FloorQuery of(ProgramSettings settings, FloorHttp http) {
        return settings.workload() == Workload.CMIOT ? new CmiotFloor(http) : new IotbosFloor(http, settings);
    }

    /**
     * Begins a sweep over all cards, with whatever must be asked first.
     *
     * @param answers takes the replies of what was asked first
     * @return the paths of the other requests, for any thread; null at their end
     */
    Supplier<@Nullable String> begin(Answers answers) throws IOException;

    /** The paths of the requests about the first so many cards, for any thread; null at their end. */
    Supplier<@Nullable String> paths(int cards) throws IOException;

    /** Sends the cards of a reply on, and tells how many the vendor has in all; 0 where it does not say. */
    int read(byte[] reply, CardRecords records) throws IOException;

    /** Takes a reply, and tells how many cards the vendor has in all; 0 where it does not say. */
    interface Answers {
        int take(byte[] reply) throws IOException;
    }
}
