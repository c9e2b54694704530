package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** A terminal that goes does not stop the service; who asks for its end twice gets the same end as who asks once. */
class SignalsIT {

    private static final Duration MOST = Duration.ofMinutes(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void hangupIsOnlyLoggedAndASecondTermChangesNothing() throws Exception {
        try (Stand stand = new Stand(dir, new SimulatorConfig().arrears(0), List.of("1060000000001"))) {
            stand.set("IOTBOS_ENABLED", "false");
            Path log = dir.resolve("run.log");
            Process service = stand.start(log, "run").process();
            try {
                await().atMost(MOST).until(() -> Files.readString(log), text -> text.contains("started: "));
                send("HUP", service);
                if (!isDeaf(service)) {
                    await().atMost(MOST).until(() -> Files.readString(log), text -> text.contains("SIGHUP"));
                }
                assertThat(service.isAlive()).isTrue();
                send("TERM", service);
                send("TERM", service);
                assertThat(service.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
                assertThat(service.exitValue()).isZero();
                assertThat(Files.readString(log)).contains("stopped");
            } finally {
                service.destroyForcibly();
            }
        }
    }

    /** Whether it was started by one that ignores SIGHUP, as after nohup: then the JVM ignores it too, and hears of none. */
    private static boolean isDeaf(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream().anyMatch(line -> line.matches("SigIgn:\\s*[0-9a-f]*[13579bdf]"));
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
