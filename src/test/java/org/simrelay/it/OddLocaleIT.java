package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** A machine set to Turkish, where an I in small letters is no i, and without any letters but ASCII's. */
class OddLocaleIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void theServiceStartsAndWritesChinese() throws Exception {
        try (Stand stand = new Stand(dir, new SimulatorConfig(), List.of("1064800000001", "1064800000002"))) {
            stand.set("LC_ALL", "C").set("LANG", "C").set("JAVA_TOOL_OPTIONS", "-Duser.language=tr -Duser.country=TR");
            Result check = stand.run("check");
            assertThat(check.exit()).as(check.output()).isZero();
            Result preview = stand.run("preview", "iotbos-state");
            assertThat(preview.exit()).as(preview.output()).isZero();
            assertThat(preview.output())
                    .containsAnyOf("已激活", "已禁用", "测试期", "静默期")
                    .doesNotContain("???");
        }
    }
}
