package org.simrelay.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.simrelay.cluster.Tenures.Tenure;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes, gives back and loses accounts of a service: its sweeps, its ledgers, its tokens. */
final class Handover implements Hands {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    // what is in flight may come back until then; a vendor's call that takes longer is left, and its cards are asked
    // for again
    private static final Duration MOST_IN_FLIGHT = Duration.ofSeconds(4);
    private static final Duration MOST_ENDING = Duration.ofSeconds(1);
    private static final Duration MOST_WRITING = Duration.ofSeconds(2);

    /** What is known of an account beside its sweeps. */
    interface Known {
        /** What only who has it may know is forgotten: its token, its pauses. */
        void forget(String account);

        /** The last second its transaction ids have used. */
        long lastSecond(String account);
    }

    private final Tenures tenures;
    private final Takes takes;
    private final FormerSweeps sweeps;
    private final Ledgers ledgers;
    private final Known known;
    private final Clock clock;

    Handover(Tenures tenures, Takes takes, FormerSweeps sweeps, Ledgers ledgers, Known known, Clock clock) {
        this.tenures = tenures;
        this.takes = takes;
        this.sweeps = sweeps;
        this.ledgers = ledgers;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public void take(List<Tenure> some, Set<Integer> partitions) {
        takes.take(some, partitions);
    }

    @Override
    public boolean isToLookAgain() {
        return takes.takeUnseen();
    }

    @Override
    public void give(Collection<String> accounts) {
        List<String> given = tenures.end(accounts).stream().map(Tenure::account).toList();
        if (given.isEmpty()) {
            return;
        }
        // from here on no sweep of theirs begins, and what is in flight comes back
        sweeps.suspend(given, "its account goes to another process");
        if (!sweeps.awaitNone(given, MOST_IN_FLIGHT)) {
            sweeps.end(given, MOST_ENDING);
        }
        for (String account : given) {
            Owner owner = takes.owner(account);
            if (owner != null) {
                Instant now = clock.instant();
                ledgers.of(account)
                        .append(List.of(
                                owner.givenBack(now, known.lastSecond(account)).entry(now)));
            }
            known.forget(account);
        }
        ledgers.release(given, MOST_WRITING);
        LOG.info("given back: {}", String.join(", ", given));
    }

    @Override
    public void lose(Collection<String> accounts) {
        for (Tenure tenure : tenures.end(accounts)) {
            ledgers.lose(tenure.account());
            sweeps.giveUp(tenure.account());
            known.forget(tenure.account());
        }
    }
}
