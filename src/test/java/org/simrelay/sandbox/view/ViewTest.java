package org.simrelay.sandbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static final String SWEEP = "iotbos-state@2026-11-22T08:00:00Z";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:01Z"), ZoneOffset.UTC);
    private final View view = new View(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            Style.plain(),
            clock,
            Duration.ofSeconds(60),
            () -> "carriers: fine");

    @Test
    void showsAFewCardsAndTheEndOfASweep() {
        view.show(List.of(started(20)));
        for (int i = 0; i < 20; i++) {
            view.show(List.of(card("10648040000%02d".formatted(i), i == 7 ? "unknown-card" : "ok")));
        }
        view.show(List.of(ended("complete", 20, 0)));
        assertThat(lines())
                .containsExactly(
                        "08:00:01 started  iotbos-state    20 cards to ask about",
                        "08:00:01   card   iotbos-state    ****0000  ok           state active",
                        "08:00:01   card   iotbos-state    ****0001  ok           state active",
                        "08:00:01   card   iotbos-state    ****0007  unknown-card state active",
                        "08:00:01 complete iotbos-state    20 of 20 cards in 2.5 s, 3 requests, 1 retry, 2 logins");
    }

    @Test
    void tellsTheStartFirstThoughItIsReadLater() {
        view.show(List.of(card("1064804000001", "ok")));
        view.show(List.of(started(2)));
        assertThat(lines()).hasSize(2).first().asString().contains("started");
    }

    @Test
    void waitsForTheCardsOfASweepThatHasEnded() {
        view.show(List.of(started(2), card("1064804000001", "ok"), ended("complete", 2, 0)));
        assertThat(lines()).noneMatch(l -> l.contains("complete"));
        view.show(List.of(card("1064804000002", "ok")));
        assertThat(lines()).anyMatch(l -> l.contains("complete"));
    }

    @Test
    void tellsWhatFailedAndWhy() {
        String failure = "{'sweep':'" + SWEEP + "','poll':'iotbos-state','outcome':'batch','code':'0','message':'号码非法',"
                + "'attempts':8,'cards':['1064804000012'],'count':1}";
        view.show(List.of(started(100), record("sim.failures", null, failure), ended("partial", 0, 100)));
        assertThat(lines()).contains("08:00:01   fail   iotbos-state    batch 0: card ****0012, 号码非法 (8 tries)");
        assertThat(lines()).anyMatch(l -> l.contains("partial") && l.contains("0 of 100 cards in 2.5 s, 100 failed"));
        assertThat(lines()).allMatch(l -> l.length() <= 100);
    }

    @Test
    void showsNoMoreThanAFewOfManyFailures() {
        String failure = "{'sweep':'" + SWEEP + "','outcome':'invalid','cards':null,'count':50}";
        view.show(List.of(started(100)));
        for (int i = 0; i < 50; i++) {
            view.show(List.of(record("sim.failures", null, failure)));
        }
        assertThat(lines()).hasSize(6);
    }

    @Test
    void isNotUpsetByWhatItCannotRead() {
        view.show(List.of(
                record("sim.usage", SWEEP, "null"), record("sim.sweeps", null, "[]"), record("sim.x", null, "{}")));
        view.show(List.of(ended("complete", 0, 0)));
        assertThat(lines()).anyMatch(l -> l.contains("complete"));
    }

    @Test
    void closesWithAllThatWasSeen() {
        view.show(List.of(started(1), card("1064804000001", "ok"), ended("complete", 1, 0)));
        view.close();
        assertThat(lines())
                .endsWith(
                        "stopped   1 sweep: 1 complete, 0 partial, 0 failed",
                        "          1 card event, 1 distinct; 3 requests, 1 retry, 2 logins",
                        "          carriers: fine");
    }

    @Test
    void tellsWhyASweepWasSkipped() {
        view.show(List.of(record(
                "sim.sweeps",
                SWEEP,
                "{'sweep':'" + SWEEP
                        + "','phase':'ended','outcome':'skipped','published':0,'reason':'still running'}")));
        assertThat(lines()).contains("08:00:01 skipped  iotbos-state    still running");
    }

    @Test
    void tellsOfASweepThatIsLeftOpen() {
        view.show(List.of(started(2), card("1064804000001", "ok")));
        view.close();
        assertThat(lines()).anyMatch(l -> l.endsWith("0 failed, 1 left open"));
    }

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static SimRecord started(int expected) {
        return record("sim.sweeps", SWEEP, "{'sweep':'" + SWEEP + "','phase':'started','expected':" + expected + "}");
    }

    private static SimRecord ended(String outcome, int published, int failed) {
        int expected = published + failed;
        return record(
                "sim.sweeps",
                SWEEP,
                "{'sweep':'" + SWEEP + "','poll':'iotbos-state','phase':'ended','outcome':'" + outcome + "','expected':"
                        + expected + ",'published':" + published + ",'failed':" + failed
                        + ",'requests':3,'retries':1,'logins':2,'reason':null,"
                        + "'startedAt':'2026-11-22T08:00:00Z','endedAt':'2026-11-22T16:00:02.500+08:00'}");
    }

    private static SimRecord card(String card, String result) {
        String value = "{'card':'" + card + "','result':'" + result + "','state':'active','stateText':'已激活'}";
        return record("sim.state", SWEEP, value);
    }

    private static SimRecord record(String topic, @Nullable String sweep, String json) {
        try {
            return new SimRecord(topic, 0, sweep, new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
