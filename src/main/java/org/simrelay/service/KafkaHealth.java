package org.simrelay.service;

import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.BrokerWatch;
import org.simrelay.kafka.KafkaProbe;

/** Whether Kafka is there: it answers when it is asked, and takes the records that wait for it. */
record KafkaHealth(KafkaProbe probe, BrokerWatch watch) {

    /** What is wrong with it; null while nothing is. */
    @Nullable String obstacle() {
        if (!probe.isAnswering()) {
            return "Kafka does not answer";
        }
        return watch.isAnswering() ? null : "Kafka does not take the records that wait for it";
    }
}
