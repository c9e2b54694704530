package org.simrelay.records;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.simrelay.kafka.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a ledger's thread does while it cannot write: it waits in short steps, and takes the account back when it can. */
final class LedgerAway {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerAway.class);

    private static final long LOOK_MILLIS = 100;

    private final String account;
    private final LedgerQueue queue;
    private final LedgerOwnership ownership;
    private final LedgerWriter writer;
    private final CountDownLatch closed = new CountDownLatch(1);

    LedgerAway(String account, LedgerQueue queue, LedgerOwnership ownership, LedgerWriter writer) {
        this.account = account;
        this.queue = queue;
        this.ownership = ownership;
        this.writer = writer;
    }

    /** From now on no step waits: the ledger is being closed. */
    void close() {
        closed.countDown();
    }

    /** Kafka did not take what was written: waits for the writer's pause. */
    void pause() throws InterruptedException {
        queue.isAway();
        var unusedEarly = closed.await(writer.pause().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Another process may have written here meanwhile: what it has ended is not ended again. False where that cannot be known now. */
    boolean tookBack() throws InterruptedException {
        if (!ownership.isHeld()) {
            queue.isAway();
            var unusedEarly = closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return false;
        }
        try {
            ownership.takeBack(found -> {
                queue.answered(found.ended());
                if (found.untold() != null) {
                    writer.replaceUntold(found.untold());
                }
            });
            return true;
        } catch (LedgerException.Away e) {
            // said once for all accounts, where records wait for Kafka
            LOG.debug("{} is not taken back yet", account, e);
            pause();
            return false;
        } catch (LedgerException | RuntimeException e) {
            LOG.warn("what another process did with {} cannot be read yet: {}", account, e.getMessage());
            pause();
            return false;
        }
    }
}
