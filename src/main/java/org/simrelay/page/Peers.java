package org.simrelay.page;

import java.util.concurrent.CompletableFuture;
import org.simrelay.records.Owner;
import org.simrelay.web.WebAnswer;

/** The other machines of the group. */
@FunctionalInterface
public interface Peers {

    /**
     * Has the owner of an account do something to a poll of it. Done within seconds, and never exceptionally: what hinders it is an answer too.
     *
     * @param account its name, as in the settings
     */
    CompletableFuture<WebAnswer> send(Owner owner, Action action, String poll, String account);
}
