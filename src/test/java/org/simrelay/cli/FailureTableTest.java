package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.lifecycle.FailureGroups;
import org.simrelay.lifecycle.OpenFailure;
import org.simrelay.records.Json;

/** Open failures, however many, are a table that fits a terminal. */
class FailureTableTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final FailureGroups groups = new FailureGroups();

    private void open(
            String sweep, String poll, String outcome, @Nullable String code, String message, @Nullable Long count) {
        ObjectNode value = Json.MAPPER.createObjectNode();
        value.put("outcome", outcome).put("code", code).put("message", message).put("count", count);
        groups.add(new OpenFailure("id", sweep, poll, null, value));
    }

    private List<String> lines() {
        return FailureTable.lines(groups.list(), NOW);
    }

    @Test
    void byPollAndReasonWithCountsAndTheAgeOfTheOldest() {
        open("iotbos-usage@2026-11-22T11:00:00Z", "iotbos-usage", "batch", "0", "token无效", 50L);
        open("iotbos-usage@2026-11-22T08:00:00Z", "iotbos-usage", "batch", "0", "token无效", 1L);
        open("iotbos-usage@2026-11-22T11:30:00Z", "iotbos-usage", "transient", null, "HTTP status 503", 7L);
        open("cmiot-arrearage.north@2026-11-19T08:00:00Z", "cmiot-arrearage", "denied", "HTTP 403", "no", null);
        assertThat(lines())
                .containsExactly(
                        "POLL                         REASON                                   FAILURES     CARDS  "
                                + " OLDEST",
                        "cmiot-arrearage.north        denied HTTP 403: no                             1       0+?     "
                                + " 3 d",
                        "iotbos-usage                 batch 0: token无效                              2        51      4"
                                + " h",
                        "iotbos-usage                 transient: HTTP status 503                      1         7   30"
                                + " min",
                        "4 open failures, 58 cards; 1 failures do not tell how many");
    }

    @Test
    void thousandsOfReasonsAreABoundedTableOfBoundedWidth() {
        for (int i = 0; i < 20_000; i++) {
            open("not an id", "iotbos-" + "x".repeat(60), "card", "code-" + i, "无效的卡号".repeat(40), 1L);
        }
        assertThat(lines())
                .hasSizeLessThan(510)
                .allMatch(line -> line.length() <= 100)
                .last()
                .isEqualTo("20000 open failures, 20000 cards");
    }

    @Test
    void aCardsNumberAndALineOfTheVendorsOwnAreNotShown() {
        open("x", "iotbos-usage", "card", "1", "no\n1060000000001 \u001b[31m", 1L);
        assertThat(lines().get(1)).contains("no\\n****0001 \\u001b[31m");
    }

    @Test
    void nothingIsALine() {
        assertThat(lines()).containsExactly("0 open failures, 0 cards");
    }
}
