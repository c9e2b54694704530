package org.simrelay.page;

/** Replays what failed, as the command of that name does. */
@FunctionalInterface
public interface Replayer {

    /**
     * Asks again for what stands open, and marks what is then published as done. Returns when that is over.
     *
     * @param account whose failures; those of other accounts of the poll stay
     */
    void replay(String poll, String account);
}
