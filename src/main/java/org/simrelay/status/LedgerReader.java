package org.simrelay.status;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes what is read of the ledger, one record after the other, those of a partition in their order; a record may come twice. */
@FunctionalInterface
public interface LedgerReader {

    /** A record of one of {@link LedgerView#topics}; what is none of the reader's it passes over. */
    void accept(ConsumerRecord<String, byte[]> record);
}
