package org.simrelay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.simrelay.sandbox.Broker;

/** Measures the programs in all scenarios of the plan; run by {@code mvn -q -B -Pbench verify}. */
public final class Bench {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path REPORT = Path.of("target", "bench.json");
    private static final Path PICTURE = Path.of("target", "bench.svg");

    private Bench() {}

    /**
     * Runs to the end, in the folder of the project.
     *
     * @throws IOException when its files cannot be written
     */
    public static void main(String[] args) throws IOException {
        Bounds.keep(Plan.RUN);
        Plan plan = Plan.of(System.getProperties());
        Path folder = Files.createTempDirectory(Files.createDirectories(FOLDER), "run-");
        Path kafka = folder.resolve("kafka");
        List<Result> results = new ArrayList<>();
        try (Broker broker = Broker.start(kafka)) {
            for (Scenario scenario : plan.scenarios()) {
                List<Result> own = run(plan, scenario, folder, broker.bootstrapServers());
                Table.print(scenario, own, System.out);
                results.addAll(own);
            }
        }
        Utils.delete(kafka.toFile());
        JsonReport.write(results, REPORT);
        Chart.write(results, PICTURE);
    }

    private static List<Result> run(Plan plan, Scenario scenario, Path folder, String brokers) {
        Path inventory = InventoryFile.write(folder, scenario.cards());
        try (VendorProcess vendor = new VendorProcess(scenario, folder);
                Topic topic = new Topic(brokers, scenario.workload().topic());
                Contest contest = new Contest(plan, scenario, folder, vendor.url(), brokers, inventory)) {
            contest.prove(new Proof(topic));
            contest.warmUp();
            return Result.of(scenario, contest.run());
        }
    }
}
