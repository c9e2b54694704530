package org.simrelay.records;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is looked up in Kafka, and done, when another process writes an account's ledger or a commit of its own is in doubt. */
public interface Takeover {

    /**
     * What was found.
     *
     * @param ended true for the id of a sweep that another process has ended
     * @param untold what could not be told and is remembered now; null where that was not looked at
     */
    record Found(Predicate<String> ended, @Nullable List<Untold> untold) {}

    /** Where nobody else writes: nothing is found and nothing is done. */
    Takeover NONE = new Takeover() {
        @Override
        public Found look(String account) {
            return new Found(sweep -> false, null);
        }

        @Override
        public void lost(String account) {}
    };

    /**
     * Looks what another process did with the account, and stops the sweeps here that it has ended.
     *
     * @throws RuntimeException when that cannot be read
     */
    Found look(String account);

    /** Whether who fenced this process is a command that was told to, and is waited for. */
    default boolean yields(String account) {
        return false;
    }

    /**
     * Which of these records a topic has.
     *
     * @param ids their {@code ce_id}s
     * @throws RuntimeException when that cannot be read
     */
    default Set<String> standing(String topic, Set<String> ids) {
        return Set.of();
    }

    /** The account is lost for good: its sweeps stop here. */
    void lost(String account);
}
