package org.simrelay.account;

/** A {@link Lease} for what is made before it is known who gives out the accounts; all are this process's until then. Thread-safe. */
public final class LeaseSwitch implements Lease {

    private volatile Lease lease = ALWAYS;

    /** From now on this one says it. */
    public void to(Lease given) {
        lease = given;
    }

    @Override
    public Standing of(String account) {
        return lease.of(account);
    }

    @Override
    public boolean mayFence(String account) {
        return lease.mayFence(account);
    }
}
