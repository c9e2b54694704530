package org.simrelay.records;

import java.util.Set;

/** A {@link Takeover} for ledgers that may be made before it. Thread-safe. */
final class TakeoverSwitch implements Takeover {

    private volatile Takeover takeover = NONE;

    /** From now on this one is asked. */
    void to(Takeover given) {
        takeover = given;
    }

    @Override
    public Found look(String account) {
        return takeover.look(account);
    }

    @Override
    public boolean yields(String account) {
        return takeover.yields(account);
    }

    @Override
    public Set<String> standing(String topic, Set<String> ids) {
        return takeover.standing(topic, ids);
    }

    @Override
    public void lost(String account) {
        takeover.lost(account);
    }
}
