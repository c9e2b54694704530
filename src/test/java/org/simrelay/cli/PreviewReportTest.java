package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.check.CredentialStandIns;
import org.simrelay.config.Installation;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.records.Json;
import org.simrelay.service.SavedReply;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.sweep.Preview;

/** A preview over a saved reply, of each shape: what went out, what its items matched, and why nothing came of it. */
class PreviewReportTest {

    private static final String LIST =
            """
            {"status": 1, "data": {"date": [{"num": "1060000000001", "State": 1, "Exceed": {"ReceivesSmsNum": 6, "UseFlow": 2}},
              {"num": "1060000000002", "State": 2, "Exceed": null}, {"num": "1060000000009", "State": 1, "Exceed": null}]}}""";
    private static final Set<String> LEDGER = Set.of("sim.sweeps", "sim.checkpoints");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void copy() throws IOException {
        ShippedFiles.copyTo(dir);
        Files.writeString(dir.resolve("config/application.properties"), "cards.file=" + dir + "/cards.csv\n");
        Files.writeString(dir.resolve("cards.csv"), "1060000000001\n1060000000002\n1060000000003\n");
    }

    /** A poll of iotbos with other properties; its mapping keeps the item's card and state. */
    private void poll(String name, String properties) throws IOException {
        String usage = Files.readString(dir.resolve("routes/polls/iotbos-usage.camel.yaml"));
        String own = usage.replace("iotbos-usage", name)
                .replace("quartz:iotbos/usage", "quartz:iotbos/" + name)
                .replaceAll("(?m)^        (batch|ask|list|card):.*\\n", "")
                .replaceFirst(
                        "(?m)^        path:.*\\n",
                        Matcher.quoteReplacement("        path: /x\n" + properties.indent(8)));
        Files.writeString(dir.resolve("routes/polls/" + name + ".camel.yaml"), own);
        Files.writeString(dir.resolve("routes/mappings/" + name + ".jslt"), "{\"card\": $card, \"state\": .State}");
    }

    private PreviewReport preview(String poll, @Nullable String card, String reply) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.putAll(CredentialStandIns.of(Installation.open(dir, environment)));
        Installation home = Installation.open(dir, environment);
        DryRunKafka rehearsal = new DryRunKafka();
        Path cards = card == null ? null : Files.writeString(dir.resolve("one.csv"), card + "\n");
        Preview preview = new Preview(cards, true);
        SavedReply saved = new SavedReply(reply.getBytes(StandardCharsets.UTF_8));
        try (Service service = ServiceStart.dryRun(home, List.of(poll), rehearsal, saved)) {
            service.byHand().preview(poll, preview);
        }
        return new PreviewReport(
                poll,
                preview,
                card,
                rehearsal.records().stream()
                        .filter(record -> !LEDGER.contains(record.topic()))
                        .toList());
    }

    @Test
    void aBatchIsHeldAgainstTheCardsThatWereAskedFor() throws IOException {
        PreviewReport report = preview("iotbos-usage", null, LIST);
        assertThat(report.isGood()).isTrue();
        assertThat(report.lines())
                .contains(
                        "outcome  ok",
                        "items    3 found",
                        "cards    2 of 3 asked for",
                        "         not in the reply, a sweep asks for them again: 1060000000003",
                        "         in the reply, but not asked for: 1060000000009")
                .anyMatch(line -> line.startsWith("request  /Api/TerminalInfo/Exceed?cardIdNums=1060000000001,106"))
                .anyMatch(line -> line.startsWith("sim.usage  1060000000001  {"))
                .anyMatch(line -> line.startsWith("sim.usage  1060000000002  {"))
                .noneMatch(line -> line.startsWith("sim.usage  1060000000009"));
    }

    @Test
    void oneCardIsAskedForAloneThoughItIsNotInTheInventory() throws IOException {
        PreviewReport report = preview("iotbos-usage", "1060000000009", LIST);
        assertThat(report.lines())
                .contains("cards    1 of 1 asked for")
                .anyMatch(line -> line.startsWith("request  /Api/TerminalInfo/Exceed?cardIdNums=1060000000009&"))
                .filteredOn(line -> line.startsWith("sim."))
                .singleElement()
                .asString()
                .startsWith("sim.usage  1060000000009  {");
    }

    @Test
    void aPageTellsItsTotalAndOneCardOfItIsShownAlone() throws IOException {
        poll("iotbos-paged", "page: 3\ntotal: .total\nlist: .data.date\ncard: .num\nask: '{\"p\": $page}'");
        String reply = LIST.replace("{\"status\": 1", "{\"status\": 1, \"total\": 41");
        assertThat(preview("iotbos-paged", null, reply).lines())
                .contains("items    3 found of 41 in all", "request  /x?p=1&accessToken=***")
                .filteredOn(line -> line.startsWith("sim.paged"))
                .hasSize(3);
        assertThat(preview("iotbos-paged", "1060000000002", reply).lines())
                .filteredOn(line -> line.startsWith("sim."))
                .containsExactly("sim.paged  1060000000002  {\"card\":\"1060000000002\",\"state\":2}");
        assertThat(preview("iotbos-paged", "1060000000008", reply).lines())
                .contains("cards    1060000000008 is not among these items; a list that goes on may have it later")
                .noneMatch(line -> line.startsWith("sim."));
    }

    @Test
    void theFirstPartOfAListWithACursorIsShown() throws IOException {
        poll("iotbos-cursor", "next: .next\nlist: .data.date\ncard: .num\nask: '{\"after\": $cursor}'");
        assertThat(preview("iotbos-cursor", null, LIST.replace("{\"status\"", "{\"next\": \"k\", \"status\""))
                        .lines())
                .contains("request  /x?accessToken=***", "items    3 found");
    }

    @Test
    void theAccountIsOneRecord() throws IOException {
        poll("iotbos-account", "card: $account");
        assertThat(preview("iotbos-account", null, "{\"status\": 1, \"State\": 7}")
                        .lines())
                .contains("items    1 found", "sim.account  main  {\"card\":\"main\",\"state\":7}");
    }

    @Test
    void aReplyOfOtherCardsSaysSoAndIsNotGood() throws IOException {
        PreviewReport report = preview("iotbos-usage", "1060000000007", LIST);
        assertThat(report.isGood()).isFalse();
        assertThat(report.lines())
                .contains("         a saved reply of other cards: --card 1060000000001 asks for one of them");
        JsonNode json = Json.MAPPER.readTree(report.json());
        assertThat(json.path("outcome").asText()).isEqualTo("unknown");
        assertThat(json.path("reason").asText()).contains("none of a card that was asked for");
        assertThat(json.path("match").path("items").asInt()).isEqualTo(3);
        assertThat(json.path("match").path("missing").get(0).asText()).isEqualTo("1060000000007");
        assertThat(json.path("records").get(0).path("value").path("outcome").asText())
                .isEqualTo("unknown");
    }

    @Test
    void whatStandsElsewhereIsPointedAt() throws IOException {
        assertThat(preview("iotbos-usage", null, LIST.replace("\"date\"", "\"rows\""))
                        .lines())
                .contains("arrays   .data.rows (3) in the reply; list says which has the items")
                .anyMatch(line -> line.startsWith("outcome  unknown: the reply has no list"));
        assertThat(preview("iotbos-usage", null, LIST.replace("\"num\"", "\"card-no\""))
                        .lines())
                .contains(
                        "         3 without a card number that can be read; card says where it stands, the first has .card-no .State .Exceed");
    }

    @Test
    void aRefusalIsShownWithItsCode() throws IOException {
        PreviewReport report = preview("iotbos-usage", null, "{\"status\": 0, \"info\": \"token无效\"}");
        assertThat(report.isGood()).isFalse();
        assertThat(report.lines()).contains("outcome  batch (0): token无效");
    }

    @Test
    void whyNothingWentOutIsSaid() throws IOException {
        Files.delete(dir.resolve("cards.csv"));
        PreviewReport report = preview("iotbos-usage", null, LIST);
        assertThat(report.isGood()).isFalse();
        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("request  (none went out: the inventory cannot be read: "));
        assertThat(Json.MAPPER.readTree(report.json()).path("reason").asText())
                .contains("cards.csv is not there; mend it or set cards.file");
    }
}
