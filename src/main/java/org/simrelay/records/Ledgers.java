package org.simrelay.records;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.LedgerClients;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerTransactions;
import org.simrelay.kafka.Topics;
import org.simrelay.sweep.Sweep;

/** The ledgers of all accounts, each made when it is first asked for. */
public final class Ledgers implements AutoCloseable {

    private static final Duration MOST_CLOSING = Duration.ofSeconds(5);

    private final LedgerClients clients;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, Ledger> ledgers = new ConcurrentHashMap<>();
    private final Map<Sweep, SweepLedger> sweeps = new ConcurrentHashMap<>();
    private volatile Takeover takeover = Takeover.NONE;
    private volatile int fencesAgain;

    /** @param nanos a monotonic clock */
    public Ledgers(LedgerClients clients, Clock clock, LongSupplier nanos) {
        this.clients = clients;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** The ledger of an account, {@code /<vendor>/<account>}. */
    public Ledger of(String account) {
        return ledgers.computeIfAbsent(account, this::made);
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
        takeover = what;
    }

    /** How often a ledger that another process takes is taken back: never, unless this is said. */
    public void fencesAgain(int times) {
        fencesAgain = times;
        ledgers.values().forEach(ledger -> ledger.fencesAgain(times));
    }

    /**
     * Fences all other writers of these accounts, side by side.
     *
     * @throws SettingsException when Kafka does not grant it
     */
    public void fence(Collection<String> accounts) {
        Map<String, LedgerException> refused =
                FenceAll.refusals(accounts.stream().collect(Collectors.toMap(account -> account, this::of)));
        refused.forEach((account, why) -> {
            throw new SettingsException("Kafka grants no transactions for " + account + " (" + why.getMessage()
                    + "); it takes the right to write the transactional id simrelay" + account.replace('/', '-')
                    + ", and brokers enough for transaction.state.log.replication.factor: src/docs/kafka.md");
        });
    }

    private Ledger made(String account) {
        LedgerTransactions transactions =
                new LedgerTransactions(clients, account.substring(1), Topics.CHECKPOINTS, () -> null);
        UntoldRecords untold = new UntoldRecords(clock.millis() * 1_000);
        Ledger ledger = new Ledger(account, transactions, untold, new CurrentTakeover(), nanos);
        ledger.fencesAgain(fencesAgain);
        ledger.start();
        return ledger;
    }

    /** As it is said at the time: a ledger may be made before. */
    private final class CurrentTakeover implements Takeover {
        @Override
        public Found look(String account) {
            return takeover.look(account);
        }

        @Override
        public void lost(String account) {
            takeover.lost(account);
        }
    }

    @Override
    public void close() {
        long end = nanos.getAsLong() + MOST_CLOSING.toNanos();
        ledgers.values().forEach(Ledger::beginClosing);
        ledgers.values().forEach(ledger -> ledger.close(Duration.ofNanos(end - nanos.getAsLong())));
    }
}
