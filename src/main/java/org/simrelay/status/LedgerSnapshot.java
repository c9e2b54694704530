package org.simrelay.status;

import java.util.Set;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.LedgerReaders;
import org.simrelay.kafka.WholeTopic;

/** What Kafka says of all polls at one moment, read without the service. */
public final class LedgerSnapshot {

    private LedgerSnapshot() {}

    /**
     * Reads the ledger's topics; one that is not there yet says nothing, and is not created.
     *
     * @throws org.simrelay.config.SettingsException when Kafka is out of reach or does not let them be read
     */
    public static LedgerView read(KafkaSettings kafka) {
        Set<String> there = LedgerReaders.topics(kafka);
        WholeTopic topics = new WholeTopic(kafka, System::nanoTime);
        LedgerView ledger = new LedgerView();
        for (String topic : LedgerView.topics()) {
            if (there.contains(topic)) {
                topics.read(topic, ledger::accept);
            }
        }
        return ledger;
    }
}
