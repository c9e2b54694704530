package org.simrelay.records;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Lease;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.LedgerClients;
import org.simrelay.sweep.Sweep;

/** The ledgers of all accounts, each made when it is first asked for. */
public final class Ledgers implements AutoCloseable {

    private static final Duration MOST_CLOSING = Duration.ofSeconds(5);

    private final LedgerMaker maker;
    private final LongSupplier nanos;
    private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
    private final Map<Sweep, SweepLedger> sweeps = new ConcurrentHashMap<>();

    /** @param nanos a monotonic clock */
    public Ledgers(LedgerClients clients, Clock clock, LongSupplier nanos) {
        this.maker = new LedgerMaker(clients, clock, nanos);
        this.nanos = nanos;
    }

    /**
     * From now on each account is this process's only as a member of the group, and each commit is bound to that (KIP-447).
     *
     * @param given says which accounts are
     * @param membership the newest
     * @param ofCheckpoints partitions, as read once
     */
    public void join(Lease given, Supplier<@Nullable ConsumerGroupMetadata> membership, int ofCheckpoints) {
        maker.join(given, membership, ofCheckpoints);
    }

    /** The ledger that an account has already; null where it has none. */
    public @Nullable Ledger existing(String account) {
        return ledgers.get(account);
    }

    /** The account is not this process's any more: what is said of it waits. Never waits itself. */
    public void lose(String account) {
        Ledger ledger = ledgers.get(account);
        if (ledger != null) {
            ledger.lose();
        }
    }

    /** What was said is written within the bound, and the accounts' ledgers closed; their next are others. */
    public void release(Collection<String> accounts, Duration most) {
        List<Ledger> released = new ArrayList<>();
        for (String account : accounts) {
            Ledger ledger = ledgers.remove(account);
            if (ledger != null) {
                released.add(ledger);
            }
        }
        close(released, most);
        released.forEach(Ledger::end);
    }

    private void close(Collection<Ledger> some, Duration most) {
        long end = nanos.getAsLong() + most.toNanos();
        some.forEach(Ledger::beginClosing);
        some.forEach(ledger -> ledger.close(Duration.ofNanos(end - nanos.getAsLong())));
    }

    /** What waits to be said of the account is not said any more; its next ledger is another one. */
    public void discard(String account) {
        Ledger ledger = ledgers.remove(account);
        if (ledger != null) {
            ledger.discard();
        }
    }

    /** The ledger of an account, {@code /<vendor>/<account>}. */
    public Ledger of(String account) {
        return ledgers.computeIfAbsent(account, maker::made);
    }

    /** What a sweep says on its way. */
    public SweepLedger of(Sweep sweep) {
        return sweeps.computeIfAbsent(
                sweep, s -> new SweepLedger(s, of(s.account().source())));
    }

    /** The sweep says nothing more. */
    public void forget(Sweep sweep) {
        sweeps.remove(sweep);
    }

    /** What is done when another process takes an account. */
    public void onTakeover(Takeover what) {
        maker.onTakeover(what);
    }

    /** How often a ledger that another process takes is taken back: never, unless this is said. */
    public void fencesAgain(int times) {
        maker.fencesAgain(times);
        ledgers.values().forEach(ledger -> ledger.fencesAgain(times));
    }

    /**
     * Fences all other writers of these accounts, side by side.
     *
     * @throws SettingsException when Kafka does not grant it
     */
    public void fence(Collection<String> accounts) {
        refusals(accounts).values().forEach(why -> {
            throw new SettingsException(why);
        });
    }

    /** Fences all other writers of these accounts, side by side; gives why Kafka does not grant it, by account. */
    public Map<String, String> refusals(Collection<String> accounts) {
        return FenceAll.refusals(accounts.stream().collect(Collectors.toMap(account -> account, this::of)));
    }

    @Override
    public void close() {
        close(ledgers.values(), MOST_CLOSING);
    }
}
