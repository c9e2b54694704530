package org.simrelay.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.records.Owner;
import org.simrelay.status.PollJson;

/**
 * Which process has an account.
 *
 * @param address where it is reached, host:port
 * @param here whether it is this one
 */
record OwnerView(String instance, String address, Instant since, boolean here) {

    static OwnerView of(Owner owner, boolean here) {
        return new OwnerView(owner.instance(), owner.address(), owner.since(), here);
    }

    /** As the API gives it. */
    static @Nullable ObjectNode json(@Nullable OwnerView owner) {
        return owner == null
                ? null
                : PollJson.owner(owner.instance, owner.address, owner.since).put("here", owner.here);
    }
}
