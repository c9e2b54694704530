package org.simrelay.cluster;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.cluster.Tenures.Tenure;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.lifecycle.SavedState;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes accounts, on a thread of its own: fences whoever wrote for them, then reads what is remembered, writes whose they are, and
 * lets their sweeps go on and begin. What cannot be taken is tried again for as long as it is this process's.
 */
final class Takes {

    private static final Logger LOG = LoggerFactory.getLogger(Takes.class);

    private static final int MOST_DOUBLINGS = 4;

    /** What a service does with accounts that it has taken. */
    interface Work {
        /** What is remembered of all accounts. */
        SavedState read();

        /** Whose each account is said to be, before anything is fenced. */
        Map<String, Owner> owners();

        /** Sweeps of these that run here still, from before they were lost, end within seconds. */
        void endFormer(Collection<String> accounts);

        /** Knows from here on what is remembered of these. */
        void restore(SavedState state, Set<String> accounts);

        /** Up to when transaction ids of an account were used, in seconds since 1970. */
        void beyond(String account, long second);

        /** Their sweeps go on, and what fell due meanwhile begins. */
        void resume(SavedState state, Set<String> accounts);
    }

    private final Ledgers ledgers;
    private final Places places;
    private final Tenures tenures;
    private final Work work;
    private final Clock clock;
    private final OwnerRecords owners;
    private volatile boolean unseen;
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "cluster-take");
        made.setDaemon(true);
        return made;
    });

    Takes(Ledgers ledgers, Places places, Tenures tenures, Self self, Work work, Clock clock) {
        this.ledgers = ledgers;
        this.places = places;
        this.tenures = tenures;
        this.owners = new OwnerRecords(ledgers, self, clock);
        this.work = work;
        this.clock = clock;
    }

    /**
     * Takes these, in their turn; returns at once.
     *
     * @param partitions in which accounts that no file names any more are taken too, where something of theirs is left to do
     */
    void take(List<Tenure> some, Set<Integer> partitions) {
        thread.execute(() -> take(some, partitions, 0));
    }

    /** Done when the first were taken; failed where one of them could not be. */
    CompletableFuture<Void> first() {
        return first;
    }

    /** Whether what no file names any more could not be looked for: whoever asks has it looked for again, where that is this process's still. */
    boolean takeUnseen() {
        boolean was = unseen;
        unseen = false;
        return was;
    }

    /** What this process wrote when it took an account; null where it has not. */
    @Nullable Owner owner(String account) {
        return owners.of(account);
    }

    void close() {
        thread.shutdownNow();
    }

    private void take(List<Tenure> some, Set<Integer> partitions, int attempt) {
        List<Tenure> open = some.stream().filter(tenure -> !tenure.isOver()).toList();
        String refused = null;
        List<Tenure> again = new ArrayList<>(open);
        TakeRound round = new TakeRound(ledgers, places, tenures, owners, work, clock);
        try {
            if (!open.isEmpty() || !partitions.isEmpty()) {
                refused = round.take(open, partitions, again);
            }
        } catch (SettingsException e) {
            refused = e.getMessage();
            unseen |= !partitions.isEmpty();
        } catch (RuntimeException | Error e) {
            OutOfMemory.endIfCausedBy(e);
            LOG.error("accounts could not be taken", e);
            refused = String.valueOf(e.getMessage());
            unseen |= !partitions.isEmpty();
        }
        again.removeIf(Tenure::isOver);
        if (again.isEmpty()) {
            first.complete(null);
            return;
        }
        if (round.areLeftToCommands(again)) {
            first.complete(null);
        } else if (!first.isDone()) {
            first.completeExceptionally(new SettingsException(String.valueOf(refused)));
        }
        LOG.warn("{} cannot be taken yet, and are tried again: {}", names(again), refused);
        Duration pause = Duration.ofSeconds(1L << Math.min(attempt, MOST_DOUBLINGS));
        var unused =
                thread.schedule(() -> take(again, partitions, attempt + 1), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String names(List<Tenure> some) {
        return some.stream().map(Tenure::account).sorted().collect(Collectors.joining(", "));
    }
}
