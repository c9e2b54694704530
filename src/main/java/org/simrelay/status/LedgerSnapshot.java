package org.simrelay.status;

import java.util.Map;
import java.util.Set;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.LedgerReaders;
import org.simrelay.kafka.Topics;
import org.simrelay.kafka.WholeTopic;
import org.simrelay.lifecycle.Checkpoints;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;

/**
 * What Kafka says of all polls at one moment, read without the service.
 *
 * @param places the latest sweep of each poll as sim.checkpoints has it, by its key, and those by hand that run
 */
public record LedgerSnapshot(LedgerView ledger, Map<String, Checkpoint> places) {

    /**
     * Reads the ledger's topics; one that is not there yet says nothing, and is not created.
     *
     * @throws org.simrelay.config.SettingsException when Kafka is out of reach or does not let them be read
     */
    public static LedgerSnapshot read(KafkaSettings kafka) {
        Set<String> there = LedgerReaders.topics(kafka);
        WholeTopic topics = new WholeTopic(kafka, System::nanoTime);
        LedgerView ledger = new LedgerView();
        for (String topic : LedgerView.topics()) {
            if (there.contains(topic)) {
                topics.read(topic, ledger::accept);
            }
        }
        return new LedgerSnapshot(
                ledger,
                there.contains(Topics.CHECKPOINTS)
                        ? new Checkpoints(topics, Json.MAPPER).read().latest()
                        : Map.of());
    }
}
