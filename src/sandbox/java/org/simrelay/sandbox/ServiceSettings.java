package org.simrelay.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** The environment that makes the service work with the sandbox's broker and vendors. */
final class ServiceSettings {
    static final String APPID = "A0B40O5";
    static final String CMIOT_PASSWORD = "cmiot-secret";
    static final String ACCOUNT = "sandbox";
    static final String IOTBOS_PASSWORD = "iotbos-secret";

    static final List<String> POLLS = List.of(
            "cmiot-arrearage", "iotbos-usage", "iotbos-balance", "iotbos-expiry", "iotbos-state", "iotbos-tariff");

    private ServiceSettings() {}

    static Map<String, String> of(Broker broker, VendorSimulator vendors, Path cards, int every) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("KAFKA_BROKERS", broker.bootstrapServers());
        settings.put("HTTP_PORT", "0");
        settings.put("CMIOT_URL", vendors.cmiotUrl());
        settings.put("CMIOT_MAIN_APPID", APPID);
        settings.put("CMIOT_MAIN_PASSWORD", CMIOT_PASSWORD);
        settings.put("CMIOT_MAIN_REQUESTS_PER_SECOND", "50");
        settings.put("IOTBOS_URL", vendors.iotbosUrl());
        settings.put("IOTBOS_MAIN_ACCOUNT", ACCOUNT);
        settings.put("IOTBOS_MAIN_PASSWORD", IOTBOS_PASSWORD);
        settings.put("IOTBOS_MAIN_REQUESTS_PER_SECOND", "50");
        settings.put("CARDS_FILE", cards.toString());
        for (int i = 0; i < POLLS.size(); i++) {
            String key = POLLS.get(i).toUpperCase(Locale.ROOT).replace('-', '_') + "_CRON";
            settings.put(key, Staggered.cron(i, POLLS.size(), every));
        }
        return settings;
    }
}
