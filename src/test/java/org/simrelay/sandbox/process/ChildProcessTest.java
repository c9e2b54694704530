package org.simrelay.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.simrelay.Waits.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {
    @TempDir
    private Path dir;

    @Test
    void keepsItsOutputInAFile() {
        ChildProcess child = sh("echo one; echo two $WORD");
        await().until(() -> !child.isAlive());
        assertThat(child.logTail(5)).isEqualTo("one\ntwo three");
        assertThat(child.logTail(1)).isEqualTo("two three");
    }

    @Test
    void stopsWithGraceAndKillsWhatDoesNotHear() {
        ChildProcess willing = sh("echo up; exec sleep 50");
        ready(willing);
        assertThat(willing.stop(Duration.ofMinutes(1))).isTrue();
        ChildProcess deaf = sh("trap '' TERM; echo up; while true; do sleep 1; done");
        ready(deaf);
        assertThat(deaf.stop(Duration.ofMillis(200))).isFalse();
        assertThat(deaf.isAlive()).isFalse();
    }

    @Test
    void doesNotHearTheTerminalsInterrupt() throws Exception {
        ChildProcess child = sh("echo up; kill -INT $$; echo alive; exec sleep 50");
        await().until(() -> child.logTail(1).equals("alive"));
        child.kill();
        assertThat(child.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void ready(ChildProcess child) {
        await().until(() -> child.logTail(1).equals("up"));
    }

    private ChildProcess sh(String script) {
        return ChildProcess.start(
                List.of("/bin/sh", "-c", script),
                Map.of("WORD", "three"),
                dir,
                dir.resolve("log-" + script.hashCode()));
    }
}
