package org.simrelay.bench.program;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.simrelay.bench.Workload;

/**
 * What every program is told, by its environment: the service reads its own settings from it, the others what they need.
 *
 * @param workload what is asked
 * @param url the vendor's base address
 * @param brokers Kafka's address
 * @param inventory the cards to ask about
 * @param cards how many cards a sweep is over
 * @param concurrency requests in flight at once
 * @param perSecond requests a second; what no machine reaches for as many as it can
 */
public record ProgramSettings(
        Workload workload, String url, String brokers, Path inventory, int cards, int concurrency, int perSecond) {

    static final String APPID = "A0B40O5";
    static final String CMIOT_PASSWORD = "cmiot-secret";
    static final String EBID = "0001000000328";
    static final String ACCOUNT = "bench";
    static final String IOTBOS_PASSWORD = "iotbos-secret";

    /** More requests a second than any machine sends. */
    public static final int UNLIMITED = 1_000_000;

    /** The environment that says so. */
    public Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("BENCH_WORKLOAD", workload.name());
        variables.put("BENCH_CARDS", Integer.toString(cards));
        variables.put("KAFKA_BROKERS", brokers);
        variables.put("CARDS_FILE", inventory.toAbsolutePath().toString());
        variables.put("CMIOT_MAIN_APPID", APPID);
        variables.put("CMIOT_MAIN_PASSWORD", CMIOT_PASSWORD);
        variables.put("IOTBOS_MAIN_ACCOUNT", ACCOUNT);
        variables.put("IOTBOS_MAIN_PASSWORD", IOTBOS_PASSWORD);
        variables.put("IOTBOS_BATCH_SIZE", Integer.toString(Workload.IOTBOS.cardsPerRequest()));
        // the floor reads the list once
        variables.put("CMIOT_ARREARAGE_MIN_PASSES", "1");
        for (Workload each : Workload.values()) {
            variables.put(variable(each, "ENABLED"), Boolean.toString(each == workload));
        }
        variables.put(variable(workload, "URL"), url);
        variables.put(variable(workload, "MAIN_REQUESTS_PER_SECOND"), Integer.toString(perSecond));
        variables.put(variable(workload, "MAIN_CONCURRENCY"), Integer.toString(concurrency));
        return variables;
    }

    /** Reads them back in the program's process. */
    static ProgramSettings of(Map<String, String> environment) {
        Workload workload = Workload.valueOf(require(environment, "BENCH_WORKLOAD"));
        return new ProgramSettings(
                workload,
                require(environment, variable(workload, "URL")),
                require(environment, "KAFKA_BROKERS"),
                Path.of(require(environment, "CARDS_FILE")),
                Integer.parseInt(require(environment, "BENCH_CARDS")),
                Integer.parseInt(require(environment, variable(workload, "MAIN_CONCURRENCY"))),
                Integer.parseInt(require(environment, variable(workload, "MAIN_REQUESTS_PER_SECOND"))));
    }

    private static String require(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static String variable(Workload workload, String setting) {
        return workload.vendor().toUpperCase(Locale.ROOT) + "_" + setting;
    }
}
