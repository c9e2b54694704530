package org.simrelay.chaos.world;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.simrelay.chaos.grammar.World;

/** The environment of the service in a story. */
final class Settings {
    static final String APPID = "A0B40O5";
    static final String CMIOT_SECRET = "canary-cmiot-password";
    static final String ACCOUNT = "tester";
    static final String IOTBOS_SECRET = "canary&iotbos=pass word";
    static final String NEVER = "0 0 0 1 1 ? 2099";

    private Settings() {}

    /** Of a story's service, whose polls are all on their timers. */
    static Map<String, String> of(World world, Map<String, String> kafka, String vendors, String inventory) {
        Map<String, String> all = new LinkedHashMap<>();
        kafka.forEach((name, value) ->
                all.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        all.put("CMIOT_ENABLED", Boolean.toString(world.has("cmiot")));
        all.put("IOTBOS_ENABLED", Boolean.toString(world.has("iotbos")));
        all.put("HTTP_PORT", "0");
        all.put("CMIOT_URL", vendors + "/v2");
        all.put("IOTBOS_URL", vendors);
        all.put("CMIOT_MAIN_APPID", APPID);
        all.put("CMIOT_MAIN_PASSWORD", CMIOT_SECRET);
        all.put("IOTBOS_MAIN_ACCOUNT", ACCOUNT);
        all.put("IOTBOS_MAIN_PASSWORD", IOTBOS_SECRET);
        all.put("CARDS_FILE", inventory);
        all.put("IOTBOS_BATCH_SIZE", Integer.toString(world.batch()));
        for (String vendor : new String[] {"CMIOT", "IOTBOS"}) {
            all.put(vendor + "_MAIN_REQUESTS_PER_SECOND", Integer.toString(world.pace()));
            all.put(vendor + "_MAIN_CONCURRENCY", Integer.toString(world.concurrency()));
            all.put(vendor + "_MAX_ATTEMPTS", Integer.toString(world.attempts()));
            all.put(vendor + "_TIMEOUT_CONNECT", "1s");
            all.put(vendor + "_TIMEOUT_READ", "2s");
        }
        if (world.budget() > 0) {
            all.put("IOTBOS_MAIN_REQUESTS_PER_DAY", Integer.toString(world.budget()));
        }
        all.put("RETRY_INITIAL_DELAY", "100ms");
        all.put("RETRY_MAX_DELAY", "1s");
        all.put("KAFKA_DELIVERY_TIMEOUT_MS", "6000");
        all.put("KAFKA_REQUEST_TIMEOUT_MS", "2000");
        for (String poll : World.POLLS) {
            all.put(cronKey(poll), world.polls().contains(poll) ? "0/" + world.tick() + " * * * * ?" : NEVER);
        }
        return all;
    }

    /** The same, but no timer fires: for a service that shall only end what was begun. */
    static Map<String, String> withoutTimers(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        World.POLLS.forEach(poll -> all.put(cronKey(poll), NEVER));
        return all;
    }

    private static String cronKey(String poll) {
        return poll.toUpperCase(Locale.ROOT).replace('-', '_') + "_CRON";
    }
}
