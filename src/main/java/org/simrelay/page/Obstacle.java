package org.simrelay.page;

import org.jspecify.annotations.Nullable;

/** Why no sweep of a poll may begin now, by hand. */
@FunctionalInterface
public interface Obstacle {

    /** What is in the way for this account, as "the service is starting"; null where nothing is. */
    @Nullable String of(String poll, String account);
}
