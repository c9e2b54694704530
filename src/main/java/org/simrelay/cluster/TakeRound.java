package org.simrelay.cluster;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.cluster.Tenures.Tenure;
import org.simrelay.lifecycle.SavedState;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes accounts once: fences, then reads, then says whose they are, then lets their sweeps go on. */
final class TakeRound {

    private static final Logger LOG = LoggerFactory.getLogger(TakeRound.class);

    private final Ledgers ledgers;
    private final Places places;
    private final Tenures tenures;
    private final OwnerRecords owners;
    private final Takes.Work work;
    private final Clock clock;
    private final Set<Tenure> commanded = new HashSet<>();
    private @Nullable String why;

    TakeRound(Ledgers ledgers, Places places, Tenures tenures, OwnerRecords owners, Takes.Work work, Clock clock) {
        this.ledgers = ledgers;
        this.places = places;
        this.tenures = tenures;
        this.owners = owners;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Takes those of these that it can.
     *
     * @param partitions in which accounts that no file names any more are taken too, where something of theirs is left to do
     * @param left all of these; afterwards those that are not taken
     * @return why not all are; null where they are
     */
    @Nullable String take(List<Tenure> all, Set<Integer> partitions, List<Tenure> left) {
        work.endFormer(all.stream().map(Tenure::account).toList());
        List<Tenure> open = withoutCommands(all);
        Set<String> accounts = open.stream().map(Tenure::account).collect(Collectors.toSet());
        Set<String> kept = new FormerLedgers(ledgers).keep(accounts);
        // first nobody else may write, then what is read is all there is
        Map<String, String> refused = refusals(accounts);
        SavedState state = work.read();
        List<Tenure> taken = new ArrayList<>();
        boolean settled = false;
        for (Tenure tenure : open) {
            String account = tenure.account();
            if (refused.containsKey(account)) {
                continue;
            }
            settled |= kept.contains(account);
            if (said(account, state, kept.contains(account)) && !tenure.isOver()) {
                taken.add(tenure);
            }
        }
        SavedState now = settled ? work.read() : state;
        taken.addAll(unnamed(now, partitions, left));
        Set<String> names = taken.stream().map(Tenure::account).collect(Collectors.toCollection(TreeSet::new));
        work.restore(now, names);
        taken.forEach(Tenure::begin);
        if (!names.isEmpty()) {
            LOG.info("this process has {}", String.join(", ", names));
        }
        work.resume(now, names);
        // where that broke all of it is done again: a sweep that is open would have no end
        left.removeAll(taken);
        return why;
    }

    private Map<String, String> refusals(Set<String> accounts) {
        Map<String, String> refused = ledgers.refusals(accounts);
        refused.values().stream().findFirst().ifPresent(first -> why = first);
        return refused;
    }

    private boolean said(String account, SavedState state, boolean kept) {
        if (kept) {
            owners.settle(account, state);
        }
        long second = OwnerRecords.second(account, state);
        work.beyond(account, second);
        boolean said = owners.say(account, second);
        if (!said) {
            why = "Kafka did not take its record";
        }
        return said;
    }

    /** Accounts that no file names any more, in these partitions, of which something is left to do; they are fenced. */
    private List<Tenure> unnamed(SavedState state, Set<Integer> partitions, List<Tenure> left) {
        List<Tenure> opened = new ArrayList<>();
        for (String account : state.unfinished()) {
            if (!places.accounts().contains(account) && partitions.contains(places.of(account))) {
                Tenure tenure = tenures.open(account);
                if (tenure != null) {
                    opened.add(tenure);
                }
            }
        }
        Map<String, String> refused =
                refusals(opened.stream().map(Tenure::account).collect(Collectors.toSet()));
        opened.stream().filter(tenure -> refused.containsKey(tenure.account())).forEach(left::add);
        opened.removeIf(tenure -> refused.containsKey(tenure.account()));
        return opened;
    }

    /** Whether these are left to commands alone, which end by themselves. */
    boolean areLeftToCommands(List<Tenure> left) {
        return commanded.containsAll(left);
    }

    /** Whoever fences a command that was told to take an account over would ask beside it with the same token. */
    private List<Tenure> withoutCommands(List<Tenure> all) {
        if (all.isEmpty()) {
            return all;
        }
        Instant now = clock.instant();
        Map<String, Owner> said = work.owners();
        for (Tenure tenure : all) {
            Owner owner = said.get(tenure.account());
            if (owner != null && owner.isCommandAt(now)) {
                commanded.add(tenure);
                why = "a command that was told to take over is at it";
            }
        }
        return all.stream().filter(tenure -> !commanded.contains(tenure)).toList();
    }
}
