package org.simrelay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.simrelay.bench.vendor.Cards;
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
        // nothing may go on measuring for nobody: this process ends with Maven's
        ProcessHandle.current().parent().ifPresent(Bench::endWith);
        CompletableFuture.delayedExecutor(Plan.RUN.toSeconds(), TimeUnit.SECONDS)
                .execute(Bench::tooLong);
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

    private static void tooLong() {
        System.err.println("the benchmark has not ended within " + Plan.RUN.toMinutes() + " minutes");
        System.exit(1);
    }

    private static void endWith(ProcessHandle parent) {
        var unused = parent.onExit().thenRun(() -> System.exit(1));
    }

    private static List<Result> run(Plan plan, Scenario scenario, Path folder, String brokers) throws IOException {
        Path inventory = folder.resolve("cards-" + scenario.cards() + ".csv").toAbsolutePath();
        Files.writeString(
                inventory,
                IntStream.range(0, scenario.cards())
                        .mapToObj(Cards::number)
                        .collect(Collectors.joining("\n", "card\n", "\n")));
        try (VendorProcess vendor = new VendorProcess(scenario, folder);
                Topic topic = new Topic(brokers, scenario.workload().topic());
                Contest contest = new Contest(plan, scenario, folder, vendor.url(), brokers, inventory)) {
            contest.prove(new Proof(topic));
            contest.warmUp();
            return Result.of(scenario, contest.run());
        }
    }
}
