package org.simrelay.ship;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rolling file that deploying.md shows is one, put into the shipped configuration as is said there. */
class LogFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void isWrittenWhereItIsSaid() throws IOException, JoranException {
        String shown = Files.readString(Path.of("src/docs/deploying.md")).replaceAll("(?s).*```xml\n(.*?)```.*", "$1");
        String configuration = Files.readString(Path.of("config/logback.xml"))
                .replace("<root level=\"WARN\">", shown + "<root level=\"WARN\"><appender-ref ref=\"FILE\" />");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOGS_DIRECTORY", dir.toString());
        JoranConfigurator joran = new JoranConfigurator();
        joran.setContext(context);
        joran.doConfigure(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));

        context.getLogger("ROOT").detachAppender("STDERR");
        context.getLogger("org.simrelay").info("a sweep has ended");
        context.stop();

        List<Status> problems = context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getLevel() > Status.INFO)
                .toList();
        assertThat(problems).isEmpty();
        assertThat(Files.readString(dir.resolve("simrelay.log"))).contains("a sweep has ended");
    }
}
