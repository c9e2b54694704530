package org.simrelay.records;

import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Lease;
import org.simrelay.account.LeaseSwitch;
import org.simrelay.kafka.LedgerClients;
import org.simrelay.kafka.LedgerTransactions;
import org.simrelay.kafka.Topics;

/** Makes ledgers, with what all of them ask. Thread-safe. */
final class LedgerMaker {

    private final LedgerClients clients;
    private final Clock clock;
    private final LongSupplier nanos;
    private final TakeoverSwitch takeover = new TakeoverSwitch();
    private final LeaseSwitch lease = new LeaseSwitch();
    private volatile int fencesAgain;
    private volatile Supplier<@Nullable ConsumerGroupMetadata> member = () -> null;
    private volatile int partitions;

    /** @param nanos a monotonic clock */
    LedgerMaker(LedgerClients clients, Clock clock, LongSupplier nanos) {
        this.clients = clients;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** As {@link Ledgers#join}, for those that are made already too. */
    void join(Lease given, Supplier<@Nullable ConsumerGroupMetadata> membership, int ofCheckpoints) {
        lease.to(given);
        member = membership;
        partitions = ofCheckpoints;
    }

    /** As {@link Ledgers#onTakeover}, for those that are made already too. */
    void onTakeover(Takeover what) {
        takeover.to(what);
    }

    /** As {@link Ledgers#fencesAgain}, for those that are made from now on. */
    void fencesAgain(int times) {
        fencesAgain = times;
    }

    /** The ledger of an account, {@code /<vendor>/<account>}, that writes already. */
    Ledger made(String account) {
        LedgerTransactions transactions = new LedgerTransactions(
                clients, account.substring(1), Topics.CHECKPOINTS, () -> member.get(), partitions);
        UntoldRecords untold = new UntoldRecords(clock.millis() * 1_000);
        Ledger ledger = new Ledger(account, transactions, untold, takeover, lease, nanos);
        ledger.fencesAgain(fencesAgain);
        ledger.start();
        return ledger;
    }
}
