package org.simrelay.bench.limits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.simrelay.bench.Median;
import org.simrelay.bench.Scenario;
import org.simrelay.bench.VendorProcess;
import org.simrelay.bench.Workload;

/**
 * From {@code bin/simrelay run} to "started", and the whole of {@code check --offline}: each Java with its class archive and
 * without, in turns. The Javas are named by {@code -Dbench.javas=/path/to/17,/path/to/25}; without it, the one that runs this.
 */
final class StartUp {

    private static final int ROUNDS = 5;
    private static final String NEVER = "0 0 0 1 1 ?";

    private StartUp() {}

    @SuppressWarnings("try") // the vendor is there for as long as it is measured
    static void measure(Bed bed) {
        String javas = System.getProperty("bench.javas", "").strip();
        List<String> homes = List.of((javas.isEmpty() ? System.getProperty("java.home") : javas).split(",", -1));
        Map<String, List<Long>> took = new LinkedHashMap<>();
        try (VendorProcess vendor = new VendorProcess(new Scenario(Workload.IOTBOS, 0, 1000, 4), bed.folder())) {
            Unpacked archive = new Unpacked(bed.folder(), settings(bed, vendor.url(), bed.inventory(1000)));
            for (String home : homes) {
                archive.run(Map.of("JAVA_HOME", home), "prepare");
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (String home : homes) {
                    Map<String, String> with = Map.of("JAVA_HOME", home);
                    Map<String, String> without = Map.of("JAVA_HOME", home, "SIMRELAY_CACHE", "off");
                    String name = Path.of(home).getFileName().toString();
                    add(took, name + ", run until started", archive.startUp(with));
                    add(took, name + ", run until started, without an archive", archive.startUp(without));
                    add(took, name + ", check --offline", archive.run(with, "check", "--offline"));
                    add(
                            took,
                            name + ", check --offline, without an archive",
                            archive.run(without, "check", "--offline"));
                }
            }
        }
        took.forEach((what, millis) -> bed.result(
                        "start",
                        String.format(
                                Locale.ROOT, "%s: %.0f ms, median of %d", what, Median.of(millis, m -> m), ROUNDS))
                .put("what", what)
                .put("medianMillis", Median.of(millis, m -> m)));
    }

    /** Both vendors, all polls as shipped, timers that do not fire meanwhile. */
    static Map<String, String> settings(Bed bed, String vendor, Path cards) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "KAFKA_BROKERS", bed.brokers(),
                "HTTP_PORT", "0",
                "CARDS_FILE", cards.toString(),
                "CMIOT_URL", vendor,
                "CMIOT_MAIN_APPID", "bench",
                "CMIOT_MAIN_PASSWORD", "bench",
                "IOTBOS_URL", vendor,
                "IOTBOS_MAIN_ACCOUNT", "bench",
                "IOTBOS_MAIN_PASSWORD", "bench",
                "IOTBOS_MAIN_REQUESTS_PER_SECOND", "1000000"));
        settings.put("CMIOT_ARREARAGE_CRON", NEVER);
        List.of("USAGE", "BALANCE", "EXPIRY", "STATE", "TARIFF")
                .forEach(query -> settings.put("IOTBOS_" + query + "_CRON", NEVER));
        settings.put("IOTBOS_BATCH_SIZE", Integer.toString(Workload.IOTBOS.cardsPerRequest()));
        return settings;
    }

    private static void add(Map<String, List<Long>> took, String what, long millis) {
        took.computeIfAbsent(what, w -> new ArrayList<>()).add(millis);
    }
}
