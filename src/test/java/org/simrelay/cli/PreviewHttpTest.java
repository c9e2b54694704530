package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.config.Installation;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.records.Json;
import org.simrelay.schema.Schemas;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.sweep.Preview;

/** A preview of a vendor that answers by HTTP: the login, where the calls went, what was signed, and what is wrong with a record. */
class PreviewHttpTest {

    private static final String TOKEN = "canary-token-7f3a91";
    // too short to be found within another text
    private static final String PASSWORD = "abc12";

    private static final String LOGGED_IN =
            "{\"status\": 1, \"createtime\": \"2026/11/22 08:00:00\", \"data\": {\"accessToken\": \"" + TOKEN
                    + "\", \"expiresTime\": \"2026/11/22 10:00:00\"}}";
    private static final String USAGE =
            """
            {"status": 1, "data": {"date": [{"num": "1060000000001", "State": 1, "Exceed": {"ReceivesSmsNum": 6, "UseFlow": 2}}]}}""";

    private int loginStatus = 200;
    private String loginReply = LOGGED_IN;
    private int status = 200;
    private String reply = USAGE;
    private PreviewVerdict verdict = PreviewVerdict.NONE;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @SuppressWarnings("NullAway.Init")
    private HttpServer vendor;

    @BeforeEach
    void start() throws IOException {
        ShippedFiles.copyTo(dir);
        Files.writeString(dir.resolve("cards.csv"), "1060000000001\n");
        Files.writeString(
                dir.resolve("config/application.properties"), "cards.file=" + dir.resolve("cards.csv") + "\n");
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/", exchange -> {
            boolean login = exchange.getRequestURI().getPath().equals("/Api/token");
            byte[] body = (login ? loginReply : reply).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(login ? loginStatus : status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        vendor.start();
    }

    @AfterEach
    void stop() {
        vendor.stop(0);
    }

    private String host() {
        return "localhost:" + vendor.getAddress().getPort();
    }

    private PreviewReport preview(String poll) {
        Map<String, String> environment = Map.of(
                "IOTBOS_URL",
                "http://" + host(),
                "CMIOT_URL",
                "http://" + host(),
                "IOTBOS_MAIN_ACCOUNT",
                "tester",
                "IOTBOS_MAIN_PASSWORD",
                PASSWORD,
                "CMIOT_MAIN_APPID",
                "100001",
                "CMIOT_MAIN_PASSWORD",
                PASSWORD);
        DryRunKafka rehearsal = new DryRunKafka();
        Preview preview = new Preview();
        try (Service service =
                ServiceStart.dryRun(Installation.open(dir, environment), List.of(poll), rehearsal, null)) {
            service.byHand().preview(poll, preview);
        }
        List<DryRunRecord> records = rehearsal.records().stream()
                .filter(record -> !List.of("sim.sweeps", "sim.checkpoints").contains(record.topic()))
                .toList();
        PreviewVerdict held = verdict == PreviewVerdict.NONE
                ? new SchemaVerdict(
                        new Schemas(Installation.open(dir, environment).files()))
                : verdict;
        PreviewReport report = new PreviewReport(poll, preview, null, records, held);
        assertThat(report.lines()).noneMatch(line -> line.contains(TOKEN) || line.contains(PASSWORD));
        assertThat(report.json()).doesNotContain(TOKEN, PASSWORD);
        return report;
    }

    @Test
    void loginRequestReplyAndRecordsAreShown() throws IOException {
        PreviewReport report = preview("iotbos-usage");
        assertThat(report.isGood()).isTrue();
        assertThat(report.lines())
                .contains(
                        "login    /Api/token?account=tester&password=***",
                        "request  /Api/TerminalInfo/Exceed?cardIdNums=1060000000001&accessToken=***",
                        "reply    {",
                        "           \"status\" : 1,",
                        "outcome  ok")
                .anyMatch(line -> line.contains("\"accessToken\" : \"***\""))
                .anyMatch(line -> line.startsWith("sim.usage  1060000000001  {"))
                .anyMatch(line -> line.matches(" {9}as .*/routes/schemas/usage.schema.json says"))
                .anyMatch(line ->
                        line.startsWith("         ce_id=iotbos-usage@") && line.contains(" ce_source=/iotbos/main "))
                .filteredOn(line -> line.matches(" {9}GET localhost:[0-9]+, HTTP 200 after [0-9]+ ms"))
                .hasSize(2);
        JsonNode json = Json.MAPPER.readTree(report.json());
        assertThat(json.path("method").asText()).isEqualTo("GET");
        assertThat(json.path("host").asText()).isEqualTo(host());
        assertThat(json.path("status").asInt()).isEqualTo(200);
        assertThat(json.path("millis").isNumber()).isTrue();
        assertThat(json.path("login").path("request").asText()).endsWith("account=tester&password=***");
        assertThat(json.path("login").path("status").asInt()).isEqualTo(200);
        assertThat(json.path("records")
                        .get(0)
                        .path("headers")
                        .path("ce_subject")
                        .asText())
                .isEqualTo("1060000000001");
    }

    @Test
    void aLoginThatIsRefusedIsShownWithItsReply() {
        loginReply = "{\"status\": 0, \"info\": \"账号或密码错误\", \"data\": {\"accessToken\": \"%s\"}}".formatted(TOKEN);
        PreviewReport report = preview("iotbos-usage");
        assertThat(report.isGood()).isFalse();
        assertThat(report.lines())
                .contains("login    /Api/token?account=tester&password=***", "           \"info\" : \"账号或密码错误\",");
    }

    @Test
    void aLoginThatFailsByHttpIsShownWithItsReply() {
        loginStatus = 503;
        loginReply = "<html>maintenance until six</html>";
        assertThat(preview("iotbos-usage").lines())
                .contains("         <html>maintenance until six</html>")
                .anyMatch(line -> line.contains("HTTP 503 after "));
    }

    @Test
    void aRequestThatFailsByHttpIsShownWithItsReply() {
        status = 500;
        reply = "java.lang.NullPointerException at com.vendor";
        assertThat(preview("iotbos-usage").lines())
                .contains("reply    java.lang.NullPointerException at com.vendor")
                .anyMatch(line -> line.startsWith("outcome  transient (HTTP 500)"))
                .anyMatch(line -> line.contains("HTTP 500 after "));
    }

    @Test
    void aVendorThatIsNotThereIsShownAsNoReply() {
        vendor.stop(0);
        assertThat(preview("cmiot-arrearage").lines())
                .contains("reply    (none came)")
                .anyMatch(line -> line.startsWith("outcome  transient") && line.contains(host()));
    }

    @Test
    void whatWasSignedIsShownWithoutThePassword() {
        assertThat(preview("cmiot-arrearage").lines())
                .anyMatch(line -> line.matches(" {9}signed: sha256 over \"100001\\*\\*\\*[0-9]{28}\""));
    }

    @Test
    void aRecordThatBreaksItsContractIsNoGood() throws IOException {
        verdict = record -> record.topic().equals("sim.usage") ? List.of("smsUsed: must be a number") : List.of();
        PreviewReport report = preview("iotbos-usage");
        assertThat(report.isGood()).isFalse();
        assertThat(report.lines()).contains("         schema: smsUsed: must be a number");
        assertThat(Json.MAPPER
                        .readTree(report.json())
                        .path("records")
                        .get(0)
                        .path("schema")
                        .get(0)
                        .asText())
                .isEqualTo("smsUsed: must be a number");
    }
}
