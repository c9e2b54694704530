package org.simrelay.account;

/** Whether this process has an account: asked before a sweep begins, and right before each request, login and fence. Thread-safe. */
public interface Lease {

    /** How it stands with an account, by its source {@code /<vendor>/<account>}. */
    enum Standing {
        /** It is this process's. */
        HELD,
        /** It was, but Kafka has not confirmed that lately: the process may have been paused, and another may have taken it. */
        UNSURE,
        /** It is not this process's. */
        GONE
    }

    /** Where nobody else is asked: commands that run once, tests. */
    Lease ALWAYS = new Lease() {
        @Override
        public Standing of(String account) {
            return Standing.HELD;
        }

        @Override
        public boolean mayFence(String account) {
            return true;
        }
    };

    /** How it stands now. */
    Standing of(String account);

    /** Whether Kafka has given the account to this process and confirmed that lately: then, and only then, others may be fenced. */
    boolean mayFence(String account);
}
