package org.simrelay.page;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.records.Checkpoint;
import org.simrelay.status.LedgerFollower;
import org.simrelay.status.LedgerView;
import org.simrelay.status.PollHistory;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepId;

/** Takes pictures of the running service. */
public final class Live {

    private final KnownPolls polls;
    private final Accounts accounts;
    private final Sweeps sweeps;
    private final SweepWatch watch;
    private final LedgerView ledger;
    private final LedgerFollower follower;
    private final Function<String, @Nullable Instant> next;
    private final Ownership owners;
    private final Waiting waiting;
    private final Clock clock;
    private final Instant startedAt;

    /**
     * @param next when a poll's timer fires next; null where it does not
     * @param taken whether this process has left an account to a command, by its source
     */
    public Live(
            KnownPolls polls,
            Accounts accounts,
            Sweeps sweeps,
            SweepWatch watch,
            LedgerView ledger,
            LedgerFollower follower,
            Function<String, @Nullable Instant> next,
            Ownership owners,
            Predicate<String> taken,
            Clock clock) {
        this.polls = polls;
        this.accounts = accounts;
        this.sweeps = sweeps;
        this.watch = watch;
        this.ledger = ledger;
        this.follower = follower;
        this.next = next;
        this.owners = owners;
        this.waiting = new Waiting(watch, follower, source -> taken.test(source) || isNobodys(source));
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    /** The service now. */
    Picture picture() {
        Instant now = clock.instant();
        List<PollView> views = new ArrayList<>();
        Map<String, AccountView> permits = new TreeMap<>();
        polls.on().forEach((poll, names) -> {
            for (String name : names) {
                Account account = accounts.of(RouteFiles.vendor(poll), name);
                permits.computeIfAbsent(account.id(), id -> account(account));
                views.add(view(poll, account, now));
            }
        });
        polls.off().forEach((poll, key) -> views.add(PollView.off(poll, key)));
        return new Picture(
                now,
                startedAt,
                follower.answers(),
                follower.answeredAt(),
                follower.isCaughtUp(),
                views,
                List.copyOf(permits.values()),
                ledger.open(),
                ledger.isMoreOpen(),
                ledger.newestOpen());
    }

    private boolean isNobodys(String source) {
        return !owners.isHere(source) && (owners.elsewhere(source) == null || owners.isWithCommand(source));
    }

    private AccountView account(Account account) {
        String source = account.source();
        return AccountView.of(account, watch.of(account), owners.isHere(source), owners.of(source));
    }

    private PollView view(String poll, Account account, Instant now) {
        String key = SweepId.key(poll, account.name());
        Sweep sweep = sweeps.running().of(key);
        Checkpoint place = sweep == null && owners.elsewhere(account.source()) != null ? ledger.running(key) : null;
        SweepNow shown =
                sweep != null ? SweepNow.of(sweep, watch.begun(key), now) : place == null ? null : SweepNow.of(place);
        PollHistory history = ledger.history(key);
        Instant pausedAt = sweeps.pauses().since(key);
        WaitsFor waitsFor = waiting.of(account, key, sweep, now);
        return new PollView(
                poll,
                account.name(),
                PollView.state(waitsFor, pausedAt != null, shown != null),
                waitsFor,
                null,
                pausedAt,
                shown,
                LastEnd.later(history.end(), watch.end(key)),
                LastEnd.completeAt(history.complete(), watch.end(key)),
                next.apply(poll),
                ledger.open(key),
                owners.of(account.source()));
    }
}
