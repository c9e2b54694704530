package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The fields that scenarios show. */
class ShownFieldsTest {

    @TempDir
    private Path scenarios;

    private void scenario(String folder, String text) throws IOException {
        Files.writeString(Files.createDirectories(scenarios.resolve(folder)).resolve("ok.yaml"), text);
    }

    @Test
    void areThoseOfJsonAndOfYaml() throws IOException {
        scenario("acme-usage", "given:\n  body: '{\"status\": 1, \"msg-text\" :\"a\", \"3g\":1}'\n");
        scenario("other-usage", "then: 1\n");
        assertThat(ShownFields.of(scenarios, "acme")).containsExactly("body", "given", "msg-text", "status");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aReplyInBase64IsReadOverInOneGo() throws IOException {
        scenario("acme-usage", "base64: " + "eyJh".repeat(240_000) + "\nstatus: 1\n");
        assertThat(ShownFields.of(scenarios, "acme")).containsExactly("base64", "status");
    }
}
