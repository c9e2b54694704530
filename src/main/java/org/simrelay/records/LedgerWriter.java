package org.simrelay.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.LedgerException;
import org.simrelay.kafka.LedgerException.Fenced;
import org.simrelay.kafka.LedgerException.Refused;
import org.simrelay.kafka.LedgerTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one account's ledger: one transaction after the other, and what becomes of one that does not commit. */
final class LedgerWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration FIRST_OFFER = Duration.ofSeconds(5);
    private static final Duration LONGEST_OFFER = Duration.ofMinutes(5);
    private static final Duration MOST_OFFERING = Duration.ofSeconds(1);
    private static final int MOST_UNTOLD = 10_000;
    // a process that was fenced long ago is not the one that is here now
    private static final Duration FENCES_COUNT = Duration.ofMinutes(10);

    /** What became of a write. */
    enum Result {
        COMMITTED,
        AWAY,
        FENCED,
        SUSPENDED
    }

    private final String account;
    private final LedgerTransactions transactions;
    private final UntoldRecords untold;
    private final LongSupplier nanos;
    private boolean open;
    private volatile int fencesAgain;
    private int fences;
    private long fencedAt;
    private int aways;
    private int offers;
    private long nextOffer;

    /**
     * @param nanos a monotonic clock
     */
    LedgerWriter(String account, LedgerTransactions transactions, UntoldRecords untold, LongSupplier nanos) {
        this.account = account;
        this.transactions = transactions;
        this.untold = untold;
        this.nanos = nanos;
        this.nextOffer = nanos.getAsLong();
    }

    synchronized void fence() throws LedgerException {
        transactions.fence();
        open = true;
    }

    void fencesAgain(int times) {
        fencesAgain = times;
    }

    synchronized void restore(Collection<Untold> earlier) {
        untold.restore(earlier);
        nextOffer = nanos.getAsLong();
    }

    /** Whether something of a sweep could not be told, and is remembered instead. */
    synchronized boolean holds(String sweep) {
        return untold.holds(sweep);
    }

    /** Commits the entries, all or none; those that their topics refuse for good are remembered instead. */
    synchronized Result write(List<LedgerEntry> entries) throws InterruptedException {
        try {
            if (!open) {
                fence();
            }
            commit(entries);
            if (aways > 0) {
                LOG.info("the ledger of {} is written again", account);
            }
            aways = 0;
            return Result.COMMITTED;
        } catch (Fenced e) {
            open = false;
            return fenced(e);
        } catch (LedgerException e) {
            open = false;
            if (aways++ == 0) {
                LOG.error(
                        "Kafka did not take {} records of the ledger of {} ({}); they are kept and sent when it is back",
                        entries.size(),
                        account,
                        e.getMessage());
            }
            return Result.AWAY;
        }
    }

    /** How long to wait until it is tried again. */
    Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(aways, 5));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void commit(List<LedgerEntry> entries) throws LedgerException {
        List<LedgerEntry> left = new ArrayList<>(entries);
        List<Untold> remembered = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            holdBack(left, i, remembered);
        }
        boolean oneByOne = false;
        // each refusal makes a record smaller, remembers it, or leaves it out
        for (int tries = 0; tries <= 4 * entries.size() + 1; tries++) {
            try {
                transactions.commit(records(left), oneByOne);
                remembered.forEach(untold::add);
                return;
            } catch (Refused e) {
                if (e.index() >= 0) {
                    refused(left, e.index(), e.getCause(), remembered);
                }
                oneByOne = true;
            }
        }
        throw new IllegalStateException("refused, whatever stands in its place");
    }

    private List<ProducerRecord<byte[], byte[]>> records(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> entry.record(transactions.partition()))
                .toList();
    }

    /** Nothing of a sweep is told before what could not be told of it. */
    private void holdBack(List<LedgerEntry> entries, int index, List<Untold> remembered) {
        LedgerEntry entry = entries.get(index);
        boolean held = untold.holds(entry.sweep())
                || remembered.stream().anyMatch(u -> u.entry().sweep().equals(entry.sweep()));
        if (held && !entry.isRemembered()) {
            remember(entries, index, remembered);
        }
    }

    private void refused(List<LedgerEntry> entries, int index, @Nullable Throwable why, List<Untold> remembered) {
        LedgerEntry entry = entries.get(index);
        LedgerEntry smaller = why instanceof RecordTooLargeException ? entry.smaller() : null;
        LOG.error(
                "{} refuses a record for good ({}): {}",
                entry.topic(),
                why == null ? "" : why.getMessage(),
                entry.text());
        if (smaller != null) {
            entries.set(index, smaller);
        } else if (entry.isRemembered() || untold.size() + remembered.size() >= MOST_UNTOLD) {
            entries.remove(index);
        } else {
            remember(entries, index, remembered);
            for (int i = index + 1; i < entries.size(); i++) {
                holdBack(entries, i, remembered);
            }
        }
    }

    private void remember(List<LedgerEntry> entries, int index, List<Untold> remembered) {
        Untold instead = untold.of(entries.get(index));
        remembered.add(instead);
        entries.set(index, instead.remembered());
    }

    /**
     * Offers again what could not be told, in order, for a second at most: the ledger's own entries wait meanwhile. A sweep's first
     * refusal holds back the rest of it.
     */
    synchronized Result offerUntold() throws InterruptedException {
        long begun = nanos.getAsLong();
        if (untold.size() == 0 || begun - nextOffer < 0) {
            return Result.COMMITTED;
        }
        Set<String> held = new HashSet<>();
        Set<String> closedTopics = new HashSet<>();
        boolean whole = true;
        try {
            if (!open) {
                fence();
            }
            for (Untold one : untold.all()) {
                if (nanos.getAsLong() - begun > MOST_OFFERING.toNanos()) {
                    whole = false;
                    break;
                }
                if (held.contains(one.entry().sweep())
                        || closedTopics.contains(one.entry().topic())) {
                    held.add(one.entry().sweep());
                } else if (!offered(one, closedTopics)) {
                    held.add(one.entry().sweep());
                }
            }
        } catch (Fenced e) {
            open = false;
            return fenced(e);
        } catch (LedgerException e) {
            open = false;
            return Result.AWAY;
        }
        offers = untold.size() == 0 ? 0 : offers + 1;
        Duration wait = FIRST_OFFER.multipliedBy(1L << Math.min(offers, 6));
        nextOffer = nanos.getAsLong()
                + (whole ? wait.compareTo(LONGEST_OFFER) > 0 ? LONGEST_OFFER : wait : Duration.ZERO).toNanos();
        if (untold.size() > 0) {
            LOG.error(
                    "{}: {} records of the ledger are still refused by their topics, they are offered again",
                    account,
                    untold.size());
        }
        return Result.COMMITTED;
    }

    /** Tells a record, smaller where it must be; false when its topic refuses it still. */
    private boolean offered(Untold one, Set<String> closedTopics) throws LedgerException {
        for (LedgerEntry entry = one.entry(); entry != null; entry = entry.smaller()) {
            try {
                transactions.commit(records(List.of(entry, one.forgotten())), true);
                untold.remove(one);
                return true;
            } catch (Refused e) {
                if (!(e.getCause() instanceof RecordTooLargeException)) {
                    closedTopics.add(one.entry().topic());
                    return false;
                }
            }
        }
        return false;
    }

    /** What another process has told, or could not tell, meanwhile stands in place of what this one knew. */
    synchronized void replaceUntold(Collection<Untold> found) {
        untold.clear();
        restore(found);
    }

    private Result fenced(Fenced why) throws InterruptedException {
        long now = nanos.getAsLong();
        fences = now - fencedAt > FENCES_COUNT.toNanos() ? 1 : fences + 1;
        fencedAt = now;
        if (fences > fencesAgain) {
            LOG.error(
                    "{} is suspended: another process writes its ledger as {} ({}); only one may run, stop the other and restart this one",
                    account,
                    transactions.id(),
                    why.getMessage());
            return Result.SUSPENDED;
        }
        LOG.warn(
                "the ledger of {} was fenced by another process; it is taken back ({} of {} times)",
                account,
                fences,
                fencesAgain);
        Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (2 * (fences - 1))).toMillis());
        // the next write fences
        return Result.FENCED;
    }

    @Override
    public synchronized void close() {
        open = false;
        transactions.close();
    }
}
