package org.simrelay.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process whose memory has run out ends, loudly. */
class OutOfMemoryProcessTest {

    @ParameterizedTest
    @ValueSource(strings = {"dies", "swallows"})
    @Timeout(120)
    void endsWithAnErrorAndSaysWhy(String how) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-XX:+UseSerialGC",
                        "-Dlogback.configurationFile=config/logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hungry.class.getName(),
                        how)
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(OutOfMemory.EXIT);
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("memory has run out", "-Xmx");
        } finally {
            process.destroyForcibly();
        }
    }
}
