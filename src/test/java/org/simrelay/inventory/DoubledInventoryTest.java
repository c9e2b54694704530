package org.simrelay.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.TestSweeps;
import org.simrelay.sandbox.process.ChildProcess;
import org.simrelay.source.InventoryBatches;
import org.simrelay.source.InventoryGuard;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/** An inventory whose every card stands twice is cut into batches in a heap that its cards would not fit into. */
class DoubledInventoryTest {

    private static final int CARDS = 600_000;
    private static final Duration BOUND = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void doubledLinesTakeNoMemory() throws IOException {
        Path file = folder.resolve("cards.csv");
        try (PrintWriter lines = new PrintWriter(file.toFile(), StandardCharsets.US_ASCII)) {
            for (int i = 0; i < 2 * CARDS; i++) {
                lines.println(1_064_800_000_000L + i % CARDS);
            }
        }
        Path log = folder.resolve("log");
        ChildProcess batches = ChildProcess.start(
                List.of(
                        ChildProcess.java(),
                        "-Xmx48m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InBatches.class.getName(),
                        file.toString()),
                Map.of(),
                Path.of("").toAbsolutePath(),
                log);
        try {
            await().atMost(BOUND).until(() -> !batches.isAlive());
        } finally {
            batches.kill();
        }
        assertThat(Files.readString(log)).contains("asked for " + CARDS + " cards");
    }

    /** Goes through all batches of an inventory. */
    static final class InBatches {

        private InBatches() {}

        /** @param args the file */
        public static void main(String[] args) {
            Sweep sweep = TestSweeps.of("iotbos-usage", Clock.systemUTC(), Map.of("CARDS_FILE", args[0]));
            InventoryBatches batches = new InventoryBatches(
                    new InventoryGuard(TestSweeps.settings(Map.of())), TestSweeps.accountNames(), Clock.systemUTC());
            RequestQueue requests = sweep.from(batches.of(sweep, 100, null, null));
            long cards = 0;
            for (Request request = requests.next(); request != null; request = requests.next()) {
                cards += request.cards().size();
                requests.finished(request);
            }
            System.out.println("asked for " + cards + " cards");
            // the account's threads would wait for more
            System.exit(0);
        }
    }
}
