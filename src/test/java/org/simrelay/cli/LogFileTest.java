package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.config.SettingsException;

/** A log's configuration that Logback would not follow is said before the log falls silent. */
class LogFileTest {

    private static final Path SHIPPED = Path.of("config/logback.xml");

    @TempDir
    private Path dir;

    @Test
    void oneThatIsNoXmlIsNamedWithItsLine() throws IOException {
        String shipped = Files.readString(SHIPPED);
        Path file =
                Files.writeString(dir.resolve("logback.xml"), shipped.replace("</configuration>", "</configuraton>"));
        assertThatThrownBy(() -> LogFile.check(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(file + " line " + shipped.lines().count() + " column ")
                .hasMessageContaining("is no XML")
                .hasMessageEndingWith("; mend it");
    }

    @Test
    void theShippedOneAndNoneAreFine() {
        assertThatCode(() -> LogFile.check(SHIPPED)).doesNotThrowAnyException();
        assertThatCode(() -> LogFile.check(dir.resolve("none.xml"))).doesNotThrowAnyException();
    }
}
