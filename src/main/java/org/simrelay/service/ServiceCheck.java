package org.simrelay.service;

import java.util.List;
import org.simrelay.check.Finding;
import org.simrelay.check.Preflight;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.web.WebSettings;

/** Looks at all that a start looks at, and starts nothing. */
public final class ServiceCheck {

    private ServiceCheck() {}

    /**
     * Checks everything, Kafka's producer too; no timer fires, and nothing is changed anywhere.
     *
     * @param offline Kafka is not asked, and an inventory need not be there
     * @return what was found: the errors, and behind them the warnings
     */
    public static List<Finding> of(Installation home, boolean offline) {
        Preflight preflight = new Preflight(home);
        preflight.files(List.of());
        try {
            WebSettings.of(home.settings());
        } catch (SettingsException e) {
            preflight.add(e);
        }
        preflight.mappings();
        preflight.beginOff();
        preflight.inventory(offline);
        if (offline) {
            preflight.kafkaSettings();
        } else {
            preflight.kafka(true);
        }
        if (preflight.isGood()) {
            // the last word is Camel's, on what nobody here knows of
            try (Service service = FirstStart.of(home, preflight, offline ? new DryRunKafka() : null)) {
                preflight.pace(service.context(), service.clock().instant());
            } catch (SettingsException e) {
                preflight.add(e);
            }
        }
        preflight.off();
        return preflight.findings();
    }
}
