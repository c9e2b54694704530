package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.config.Settings;

/** What a file of a secret holds beside the secret is told, and never shown. */
class SecretFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private String doubt(byte[] content) throws IOException {
        Path secret = Files.write(dir.resolve("secret"), content);
        Path file =
                Files.writeString(dir.resolve("application.properties"), "iotbos.main.password-file=" + secret + "\n");
        return String.join("\n", SecretFiles.doubtful(Settings.load(file, Map.of()), Set::of));
    }

    private static byte[] utf8(String escaped) {
        return escaped.replace("\\n", "\n").replace("\\r", "\r").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '^',
            value = {
                "canary1\\ncanary2\\n | of more than one line",
                "\"canary1\"\\n | stands in quotes",
                "'canary1' | stands in quotes",
                "password=canary1 | a key and its value",
                "export IOTBOS_MAIN_PASSWORD=canary1 | a key and its value",
                "{\"password\":\"canary1\"} | holds JSON",
                "/run/secrets/canary | the name of another file",
                "# the password\\ncanary1 | begins with #",
                "canary1\u200b | a character in it that cannot be seen",
                "canary：1 | a full-width sign",
                "\\n\\n | is empty",
            })
    void whatIsMoreThanTheSecretIsTold(String content, String said) throws IOException {
        assertThat(doubt(utf8(content)))
                .startsWith("iotbos.main.password-file names a file ")
                .contains(said)
                .contains("application.properties line 1")
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary1\\n",
                "canary1\\r\\n",
                "\uFEFFcanary1\\n",
                "  canary1  ",
                "a=b&c#d",
                "-----BEGIN X-----\\nMIIE\\n-----END X-----\\n"
            })
    void aSecretAloneIsNot(String content) throws IOException {
        assertThat(doubt(utf8(content))).isEmpty();
    }

    @Test
    void aFileThatTheEnvironmentNamesIsLookedAt() throws IOException {
        Path secret = Files.writeString(dir.resolve("secret"), "one\ntwo\n");
        Path file = Files.writeString(dir.resolve("application.properties"), "");
        Settings settings = Settings.load(file, Map.of("IOTBOS_MAIN_PASSWORD_FILE", secret.toString()));
        assertThat(SecretFiles.doubtful(settings, () -> Set.of("iotbos.main.password")))
                .singleElement()
                .satisfies(said -> assertThat(said).contains("of more than one line", "IOTBOS_MAIN_PASSWORD_FILE"));
    }

    @Test
    void anotherCharsetIsTold() throws IOException {
        assertThat(doubt("密码canary".getBytes(Charset.forName("GBK")))).contains("is no UTF-8 text");
        assertThat(doubt("canary".getBytes(StandardCharsets.UTF_16))).contains("is no UTF-8 text");
    }
}
