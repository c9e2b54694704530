package org.simrelay.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.sandbox.process.ChildProcess;

/** A process whose memory has run out ends, loudly. */
class OutOfMemoryProcessTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dies", "swallows"})
    @Timeout(120)
    void endsWithAnErrorAndSaysWhy(String how) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        ChildProcess process = ChildProcess.start(
                List.of(
                        ChildProcess.java(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-Dlogback.configurationFile=config/logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hungry.class.getName(),
                        how),
                Map.of(),
                Path.of("").toAbsolutePath(),
                log);
        try {
            assertThat(process.process().waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(process.process().exitValue()).isEqualTo(OutOfMemory.EXIT);
            assertThat(Files.readString(log)).contains("memory has run out", "-Xmx");
        } finally {
            process.kill();
        }
    }
}
