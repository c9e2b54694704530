package org.simrelay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
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
        Path other = folder.resolve("kafka-baseline");
        try (Broker broker = Broker.start(kafka);
                Broker second = plan.baseline() == null ? null : Broker.start(other)) {
            for (Scenario scenario : plan.scenarios()) {
                String baseline = second == null ? null : second.bootstrapServers();
                List<Result> own = run(plan, scenario, folder, broker.bootstrapServers(), baseline);
                Table.print(scenario, own, System.out);
                results.addAll(own);
            }
        }
        Utils.delete(kafka.toFile());
        Utils.delete(other.toFile());
        JsonReport.write(results, REPORT);
        Chart.write(results, PICTURE);
    }

    private static List<Result> run(
            Plan plan, Scenario scenario, Path folder, String brokers, @Nullable String baseline) {
        Path inventory = InventoryFile.write(folder, scenario.cards());
        String name = scenario.workload().topic();
        try (VendorProcess vendor = new VendorProcess(scenario, folder);
                Topic topic = new Topic(brokers, name);
                Topic other = baseline == null ? null : new Topic(baseline, name);
                Contest contest = new Contest(plan, scenario, folder, vendor.url(), brokers, baseline, inventory)) {
            contest.prove(new Proof(topic), other == null ? null : new Proof(other));
            contest.warmUp();
            return Result.of(scenario, contest.run());
        }
    }
}
