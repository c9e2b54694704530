package org.simrelay.service;

import java.security.SecureRandom;
import java.time.Clock;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsSource;
import org.simrelay.kafka.BrokerWatch;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.LedgerClients;
import org.simrelay.lifecycle.Timers;

/** Camel's runtime, set up for a folder. */
final class CamelMain {

    private CamelMain() {}

    /**
     * Not started; its timers wait to be started on their own.
     *
     * @param monotonic measures durations
     * @param kafka stands for Kafka; null for the real one
     */
    static Main of(Installation home, Clock clock, Clock monotonic, @Nullable DryRunKafka kafka) {
        LedgerClients ledgers = kafka == null ? LedgerClients.of(new KafkaSettings(home.settings())) : kafka;
        Main main = new Main();
        // the command owns the signals
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setDefaultPropertyPlaceholderLocation("false");
        main.bind("settings", new SettingsSource(home.settings()));
        // they come with the other settings
        main.configure().withAutoConfigurationEnvironmentVariablesEnabled(false);
        main.addOverrideProperty("camel.component.quartz.auto-start-scheduler", "false");
        Timers.QUARTZ.forEach(
                (key, value) -> main.addOverrideProperty("camel.component.quartz.properties[" + key + "]", value));
        main.bind("kafkaClientFactory", kafka == null ? new BrokerWatch(monotonic) : kafka);
        main.addOverrideProperty("camel.component.kafka.kafka-client-factory", "#bean:kafkaClientFactory");
        main.configure().withRoutesIncludePattern(home.files().pattern());
        main.configure().addConfiguration(new Wiring(home, clock, monotonic, new SecureRandom(), ledgers));
        return main;
    }
}
