package org.simrelay.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.kafka.LedgerException;

/** Fences the ledgers of many accounts side by side: each may take seconds. */
final class FenceAll {

    private FenceAll() {}

    /**
     * Fences all and waits for it.
     *
     * @return why Kafka does not grant it, in words, by account
     * @throws SettingsException when interrupted
     */
    static Map<String, String> refusals(Map<String, Ledger> ledgers) {
        Map<String, String> refused = new ConcurrentSkipListMap<>();
        List<Thread> threads = new ArrayList<>();
        ledgers.forEach((account, ledger) -> {
            Thread thread = new Thread(
                    () -> {
                        try {
                            ledger.fence();
                        } catch (LedgerException e) {
                            refused.put(account, words(account, e));
                        } catch (RuntimeException | Error e) {
                            // what is not known to be fenced is not
                            OutOfMemory.endIfCausedBy(e);
                            refused.put(account, "the ledger of " + account + " cannot be fenced: " + e);
                        }
                    },
                    "fence-" + account);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        });
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SettingsException("interrupted while waiting for Kafka");
            }
        }
        return refused;
    }

    private static String words(String account, LedgerException why) {
        return "Kafka grants no transactions for " + account + " (" + why.getMessage()
                + "); it takes the right to write the transactional id simrelay" + account.replace('/', '-')
                + ", and brokers enough for transaction.state.log.replication.factor: src/docs/kafka.md";
    }
}
