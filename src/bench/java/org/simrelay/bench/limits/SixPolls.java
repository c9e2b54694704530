package org.simrelay.bench.limits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.simrelay.bench.Scenario;
import org.simrelay.bench.VendorProcess;
import org.simrelay.bench.Workload;
import org.simrelay.bench.program.ProgramSettings;
import org.simrelay.sandbox.process.ChildProcess;

/** All polls at once against the same sweeps one after the other, in turns, and how far the first and the last to end are apart. */
final class SixPolls {

    static final String RESULT = "six-polls";

    private static final int CARDS = 200_000;
    private static final int CONCURRENCY = 8;
    private static final Duration BOUND = Duration.ofMinutes(6);

    private SixPolls() {}

    static void measure(Bed bed) throws IOException {
        Path log = bed.folder().resolve("six-polls.log");
        try (VendorProcess cmiot = new VendorProcess(scenario(Workload.CMIOT), bed.folder());
                VendorProcess iotbos = new VendorProcess(scenario(Workload.IOTBOS), bed.folder())) {
            List<String> command = List.of(
                    ChildProcess.java(),
                    "-Xms512m",
                    "-Xmx512m",
                    "-Dlogback.configurationFile=config/logback.xml",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SixPollsMain.class.getName());
            ChildProcess program = ChildProcess.start(
                    command,
                    environment(bed, cmiot.url(), iotbos.url()),
                    Path.of("").toAbsolutePath(),
                    log);
            Awaitility.await("the polls").atMost(BOUND).until(() -> !program.isAlive());
        }
        String line = Files.readAllLines(log).stream()
                .filter(text -> text.startsWith(RESULT + " "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the polls did not end; see " + log));
        String[] words = line.split(" ", -1);
        double apart = Double.parseDouble(words[1]);
        double together = Double.parseDouble(words[2]);
        double first = Double.parseDouble(words[3]);
        bed.result(
                        RESULT,
                        String.format(
                                Locale.ROOT,
                                "%,d cards each: one after the other %.2f s, at once %.2f s (%.2f of it), the first of them after %.2f s",
                                CARDS,
                                apart,
                                together,
                                together / apart,
                                first))
                .put("oneAfterTheOtherSeconds", apart)
                .put("atOnceSeconds", together)
                .put("firstSeconds", first);
    }

    private static Map<String, String> environment(Bed bed, String cmiot, String iotbos) {
        Path inventory = bed.inventory(CARDS);
        Map<String, String> variables = new TreeMap<>();
        for (Workload workload : Workload.values()) {
            String url = workload == Workload.CMIOT ? cmiot : iotbos;
            variables.putAll(new ProgramSettings(
                            workload, url, bed.brokers(), inventory, CARDS, CONCURRENCY, ProgramSettings.UNLIMITED)
                    .environment());
        }
        variables.put("CMIOT_ENABLED", "true");
        variables.put("IOTBOS_ENABLED", "true");
        return variables;
    }

    private static Scenario scenario(Workload workload) {
        return new Scenario(workload, 0, CARDS, CONCURRENCY);
    }
}
