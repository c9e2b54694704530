package org.simrelay.mask;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** No secret and no line from outside comes through the log, whatever configuration an operator has. */
class MaskedLogTest {

    private static final String CANARY = "Canary&Secret=9";
    private static final String FORGED = "2026-11-26T05:05:00.000+08:00 INFO  Sweeps - iotbos-usage complete";

    @TempDir
    Path dir;

    private final Secrets secrets = new Secrets();
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void start() throws Exception {
        secrets.add(CANARY);
        LogbackMDCAdapter mdc = new LogbackMDCAdapter();
        context.setMDCAdapter(mdc);
        mdc.setContextMap(Map.of("m", "mdc " + CANARY + "\n" + FORGED));
        configure("%-5level %msg %X{m} %kvp%n%ex{5}");
        MaskedLog.cover(context, secrets);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void messagesArgumentsContextAndPairsAreMaskedAndInOneLine() throws Exception {
        log().atWarn()
                .addKeyValue("k", CANARY + " \u001b[2J")
                .log("m {} {}", CANARY.toUpperCase(java.util.Locale.ROOT), "\n" + FORGED);
        assertThat(lines())
                .containsExactly("WARN  m *** \\n" + FORGED + " mdc ***\\n" + FORGED + " k=\"*** \\u001b[2J\"");
    }

    @Test
    void anExceptionKeepsItsLinesAndWritesNoOther() throws Exception {
        Exception cause = new IllegalStateException("cause %43anary%26Secret%3D9\r\n" + FORGED);
        Exception thrown = new java.io.IOException("outer Canary\\u0026Secret=9\n" + FORGED, cause);
        thrown.addSuppressed(new IllegalArgumentException("\u2028" + FORGED + CANARY));
        cause.initCause(new IllegalStateException("8986001234567890123", thrown));
        log().error("x", thrown);
        List<String> lines = lines();
        assertThat(lines).first().asString().startsWith("ERROR x");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("(\\s+at |\\s+\\.\\.\\. |\\s*[A-Z][a-z]+( by)?: |\\s*java\\.).*"));
        assertThat(String.join("", lines))
                .doesNotContainIgnoringCase("secret", "898600")
                .contains("outer ***", "cause ***", "****0123");
    }

    @Test
    void cardNumbersAreHiddenFromInfoOn() throws Exception {
        log().info("card {} of 2000000", "8986001234567890123");
        log().debug("card {}", "8986001234567890123");
        assertThat(lines().get(0)).startsWith("INFO  card ****0123 of 2000000");
        assertThat(lines().get(1)).startsWith("DEBUG card 8986001234567890123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%m", "%message", "%replace(%msg){'x','y'}", "%ex{full}", "%rEx", "%caller{1}%msg"})
    void holdsForAnOperatorsOwnPatternThatIsReadAgain(String pattern) throws Exception {
        MaskedLog.follow(context, secrets);
        context.reset();
        configure(pattern + "%n");
        log().error("m " + CANARY + "\n" + FORGED, new IllegalStateException(CANARY + "\n" + FORGED));
        assertThat(lines())
                .isNotEmpty()
                .noneMatch(line -> line.startsWith("2026-11"))
                .noneMatch(line -> line.contains("Secret"));
    }

    @Test
    void asJsonEachEventIsOneObjectInOneLineWhateverItHolds() throws Exception {
        MaskedLog.asJson(context);
        StringBuilder odd = new StringBuilder("\"}, {\"level\":\"INFO\"\\");
        for (char c = 0; c < 0x20; c++) {
            odd.append(c);
        }
        odd.append("\u0085\u2028\u2029\u202e\ud800 token无效 ")
                .append(CANARY)
                .append(" 8986001234567890123\n")
                .append(FORGED);
        Exception thrown = new IllegalStateException(odd.toString(), new java.io.IOException(CANARY + "\n" + FORGED));
        thrown.addSuppressed(new IllegalArgumentException(odd.toString()));
        log().atWarn().addKeyValue("k", odd.toString()).setCause(thrown).log("m {}", odd);
        log().info("next");
        List<String> lines = lines();
        assertThat(lines).hasSize(2).allMatch(line -> !line.contains("Secret") && !line.contains("898600"));
        JsonNode event = new ObjectMapper().readTree(lines.get(0));
        assertThat(event.path("level").asText()).isEqualTo("WARN");
        assertThat(event.path("timestamp").isNumber()).isTrue();
        assertThat(event.path("message").asText()).startsWith("m \"}, {").contains("token无效 *** ****0123\\n");
        assertThat(event.path("mdc").path("m").asText()).startsWith("mdc ***");
        assertThat(event.path("kvpList").get(0).path("k").asText()).contains("***");
        assertThat(event.path("throwable").path("message").asText()).contains("token无效 ***");
        assertThat(event.path("throwable").path("cause").path("message").asText())
                .startsWith("***");
    }

    @Test
    void anAppenderBehindAnotherWritesJsonToo() throws Exception {
        context.reset();
        configure("%msg%n", "A");
        MaskedLog.cover(context, secrets);
        MaskedLog.asJson(context);
        log().info("m " + CANARY);
        context.stop();
        assertThat(lines()).singleElement().asString().startsWith("{").contains("\"message\":\"m ***\"");
    }

    private Logger log() {
        return context.getLogger("org.simrelay.Test");
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(dir.resolve("log"));
    }

    private void configure(String pattern) throws Exception {
        configure(pattern, "F");
    }

    private void configure(String pattern, String root) throws Exception {
        String xml =
                "<configuration><appender name='F' class='ch.qos.logback.core.FileAppender'><file>" + dir.resolve("log")
                        + "</file><encoder><pattern>" + pattern + "</pattern></encoder></appender>"
                        + "<appender name='A' class='ch.qos.logback.classic.AsyncAppender'><appender-ref ref='F'/><neverBlock>false</neverBlock></appender>"
                        + "<root level='DEBUG'><appender-ref ref='" + root + "'/></root></configuration>";
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
