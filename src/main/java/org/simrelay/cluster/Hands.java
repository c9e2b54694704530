package org.simrelay.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What is done with accounts that change hands. */
interface Hands {

    /**
     * These are this process's from now on; returns at once.
     *
     * @param partitions theirs, and those of accounts that no file names any more
     */
    void take(List<Tenures.Tenure> tenures, Set<Integer> partitions);

    /** Whether accounts that no file names any more could not be looked for when they were to be taken; asked once. */
    boolean isToLookAgain();

    /** These go to other processes: returns when their sweeps are suspended and that is committed, or after some five seconds. */
    void give(Collection<String> accounts);

    /** Others may have these already: nothing more is asked or written; returns at once. */
    void lose(Collection<String> accounts);
}
