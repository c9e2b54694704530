package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.kafka.DryRunRecord;

/** A vendor with two accounts: a tick sweeps both, each with its own credentials, cards, keys and ids; no poll is copied. */
final class AccountsTest extends RealRoutes {

    @TempDir
    private Path temp;

    private final Map<String, String> tokens = new HashMap<>(Map.of("tester", "token-a", "northern", "token-b"));
    private final TwoAccounts vendor = new TwoAccounts(tokens);

    @Test
    void eachAccountSweepsItsOwnCardsWithItsOwnToken() throws Exception {
        sweep("iotbos-usage");
        List<JsonNode> ends = ends();
        assertThat(ends).extracting(end -> end.path("outcome").asText()).containsExactly("complete", "complete");
        assertThat(ends)
                .extracting(end -> end.path("sweep").asText().replaceFirst("@.*", "") + " "
                        + end.path("account").asText() + " "
                        + end.path("published").asInt())
                .containsExactlyInAnyOrder("iotbos-usage main 2", "iotbos-usage.north north 1");
        assertThat(keys("sim.sweeps")).contains("iotbos-usage", "iotbos-usage.north");
        assertThat(keys("sim.checkpoints")).contains("iotbos-usage/cards", "iotbos-usage.north/cards");
        assertThat(records().stream()
                        .filter(record -> record.topic().equals("sim.usage"))
                        .collect(Collectors.toMap(
                                DryRunRecord::key, record -> record.headers().get("ce_source"))))
                .isEqualTo(Map.of("1", "/iotbos/main", "2", "/iotbos/main", "3", "/iotbos/north"));
        assertThat(vendor.asked()).isEqualTo(Map.of("token-a", "1,2", "token-b", "3"));
    }

    private List<String> keys(String topic) {
        return records().stream()
                .filter(record -> record.topic().equals(topic))
                .map(DryRunRecord::key)
                .toList();
    }

    @Override
    protected void setupResources() throws IOException {
        Path inventory = Files.writeString(
                temp.resolve("cards.csv"),
                "card,account\n1,iotbos.main\n3,iotbos.north\n2,iotbos.main\n4,cmiot.main\n");
        prepare(
                Map.of(
                        "iotbos.url",
                        vendor.url(),
                        "iotbos.accounts",
                        "main, north",
                        "iotbos.north.account",
                        "northern",
                        "iotbos.north.password",
                        "canary-north",
                        "iotbos.north.requests-per-second",
                        "1000",
                        "cards.file",
                        inventory.toString()),
                List.of());
    }

    @Override
    protected void cleanupResources() {
        vendor.close();
    }
}
