package org.simrelay.chaos.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Step;
import org.simrelay.chaos.grammar.Story;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.world.Incidents;
import org.simrelay.chaos.world.InventoryFile.Version;
import org.simrelay.sandbox.vendor.SeenRequest;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** The judge sees each kind of lie, and none where there is none. */
class JudgeTest {
    private static final Instant DUE = Instant.parse("2026-11-22T08:00:00Z");
    private static final String SWEEP = "iotbos-state@2026-11-22T08:00:00Z";
    private static final String BEFORE = "iotbos-state@2026-11-22T07:00:00Z";
    private static final String ONE = "1064804000001";
    private static final String TWO = "1064804000002";
    /** Seconds after the sweep was due. */
    private static final int ANSWERED = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Read> records = new ArrayList<>();
    private final MovingClock clock = new MovingClock(DUE.toString());
    private final Incidents incidents = new Incidents(clock);
    private final List<Version> inventory = new ArrayList<>(List.of(version(-60, ONE, TWO)));
    private final List<SeenRequest> seen = new ArrayList<>();
    private int everyNth;
    private VendorSimulator vendor;
    private Act fault = Act.once("vendor/http500", "errors", stage -> {});

    @BeforeEach
    void start() {
        vendor = VendorSimulator.start(new SimulatorConfig());
        add("sim.sweeps", "iotbos-state", SWEEP + "/started", sweep("started", "null", 0, 0, 0));
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void nothingIsFoundWhereAllIsTold() {
        event(ONE);
        event(TWO);
        ended("complete", 2, 0);

        assertThat(rules()).isEmpty();
    }

    @Test
    void aCardInSilenceIsFound() {
        event(ONE);
        ended("complete", 2, 0);

        assertThat(rules()).contains("cards", "published");
    }

    @Test
    void aSweepWithoutAnEndIsFound() {
        event(ONE);
        event(TWO);

        assertThat(rules()).containsExactly("one-end");
    }

    @Test
    void twoEndsUnderOneIdAreFound() {
        event(ONE);
        event(TWO);
        ended("complete", 2, 0);
        ended("partial", 2, 0);

        assertThat(rules()).contains("one-id");
    }

    @Test
    void aBeginningThatTwoProcessesSayIsADuplicateThatSubscribersDrop() {
        String later = sweep("started", "null", 0, 0, 0).replace("08:00:00Z\",\"endedAt", "08:00:01Z\",\"endedAt");
        add("sim.sweeps", "iotbos-state", SWEEP + "/started", later);
        event(ONE);
        event(TWO);
        ended("complete", 2, 0);

        assertThat(records.get(1).text()).isNotEqualTo(records.get(0).text());
        assertThat(rules()).isEmpty();
    }

    @Test
    void aSweepThatStandsStillThoughAllIsWellIsFound() {
        clock.move(Duration.ofSeconds(-1));
        incidents.add(Incidents.Sort.CALM, "all is well");
        event(ONE);
        event(TWO);
        endedAfter(Duration.ofSeconds(90));

        assertThat(rules()).containsExactly("standstill");
    }

    @Test
    void aSweepMayWaitWhileSomethingIsWrong() {
        clock.move(Duration.ofSeconds(1));
        incidents.add(Incidents.Sort.CALM, "all is well");
        event(ONE);
        event(TWO);
        endedAfter(Duration.ofSeconds(90));

        assertThat(rules()).isEmpty();
    }

    @Test
    void partialWithoutAFailureIsFound() {
        event(ONE);
        ended("partial", 1, 1);

        assertThat(rules()).contains("no-failure", "cards");
    }

    @Test
    void aFailureThatNamesTheCardIsEnough() {
        event(ONE);
        failure("[\"" + TWO + "\"]", "1", "");
        ended("partial", 1, 1);

        assertThat(rules()).isEmpty();
    }

    @Test
    void aCardThatFailsForAnotherOnesSakeIsFound() {
        fault = Act.once("card/poisoned", "poisoned: [" + TWO + "]", stage -> {});
        event(ONE);
        failure("[\"" + TWO + "\"]", "1", "");
        ended("partial", 1, 1);
        assertThat(rules()).isEmpty();

        fault = Act.once("card/poisoned", "poisoned: [" + ONE + "]", stage -> {});
        assertThat(rules()).containsExactly("innocent");
    }

    @Test
    void aCardThatFailsForTheLengthOfItsBatchIsFound() {
        fault = Act.once("vendor/too-long", "vendors: too-long@1.00", stage -> {});
        event(ONE);
        failure("[\"" + TWO + "\"]", "1", "");
        ended("partial", 1, 1);

        assertThat(rules()).containsExactly("innocent");
    }

    @Test
    void anotherCardInAFailureIsFound() {
        event(ONE);
        failure("[\"" + TWO + "\"]", "1", "num " + ONE);
        ended("partial", 1, 1);

        assertThat(rules()).containsExactly("other-card");
    }

    @Test
    void failedAndPublishedIsFound() {
        event(ONE);
        event(TWO);
        failure("[\"" + TWO + "\"]", "1", "");
        ended("partial", 1, 1);

        assertThat(rules()).contains("twice");
    }

    @Test
    void aCardThatNoReplyLackedIsNotMissing() {
        event(ONE);
        add(
                "sim.state",
                TWO,
                SWEEP + "/" + TWO,
                "{\"card\":\"" + TWO + "\",\"result\":\"missing\",\"state\":null,\"stateText\":null}");
        ended("complete", 2, 0);

        assertThat(rules()).containsExactly("missing");
    }

    @Test
    void aValueThatTheVendorDidNotGiveIsFound() {
        event(ONE);
        add(
                "sim.state",
                TWO,
                SWEEP + "/" + TWO,
                "{\"card\":\"" + TWO + "\",\"result\":\"ok\",\"state\":\"other\",\"stateText\":\"?\"}");
        ended("complete", 2, 0);

        assertThat(rules()).contains("value");
    }

    @Test
    void aSecretIsFoundAlsoWhereItIsCut() {
        event(ONE);
        failure("[\"" + TWO + "\"]", "1", "password=canary%26iotb");
        ended("partial", 1, 1);
        assertThat(rules()).isEmpty();

        failure("[\"" + TWO + "\"]", "1", "password=CANARY%26IOTBOS%3Dp");
        assertThat(rules()).contains("secret");
    }

    @Test
    void theInventoryThatWasWrittenLaterIsNoExcuse() {
        inventory.add(version(ANSWERED + 1, ONE));
        event(ONE);
        ended("complete", 1, 0);

        assertThat(rules()).contains("cards");
    }

    @Test
    void theInventoryMayBeReadUntilTheVendorAnswers() {
        inventory.add(version(ANSWERED - 1, ONE));
        event(ONE);
        ended("complete", 1, 0);

        assertThat(rules()).isEmpty();
    }

    /** An answer that had these cards, of both. */
    private void answered(String... cards) {
        seen.add(new SeenRequest(
                DUE.plusSeconds(ANSWERED),
                "GET",
                "/Api/TerminalInfo/ReturnState",
                Map.of("cardIdNums", ONE + "," + TWO),
                Map.of(),
                200,
                "1",
                null,
                null,
                List.of(cards)));
    }

    private static String missing(String card) {
        return "{\"card\":\"" + card + "\",\"result\":\"missing\",\"state\":null,\"stateText\":null}";
    }

    /** The event of a card in the sweep before. */
    private void before(String value) {
        String card = json(value).path("card").asText();
        records.add(new Read(
                "sim.state",
                card,
                value,
                json(value),
                Map.of("ce_id", BEFORE + "/" + card, "ce_sweep", BEFORE, "ce_specversion", "1.0")));
        String end =
                sweep("ended", "\"complete\"", 1, 0, 0).replace(SWEEP, BEFORE).replace("T08:", "T07:");
        inventory.add(0, version(-7200, card));
        for (String phase : List.of("started", "ended")) {
            String text = phase.equals("ended")
                    ? end
                    : end.replace("\"ended\"", "\"started\"").replace("\"complete\"", "null");
            records.add(new Read(
                    "sim.sweeps",
                    "iotbos-state",
                    text,
                    json(text),
                    Map.of("ce_id", BEFORE + "/" + phase, "ce_sweep", BEFORE, "ce_specversion", "1.0")));
        }
    }

    @Test
    void aCardThatIsAsItWasNeedsNoEvent() {
        everyNth = 3;
        before(value(TWO));
        event(ONE);
        answered(ONE, TWO);
        ended("complete", 1, 1, 0);
        assertThat(rules()).isEmpty();

        everyNth = 1;
        assertThat(rules()).containsExactly("every-nth");
        everyNth = 0;
        assertThat(rules()).contains("unchanged");
    }

    @Test
    void aCardThatWasNeverPublishedIsNotUnchanged() {
        everyNth = 3;
        event(ONE);
        answered(ONE, TWO);
        ended("complete", 1, 1, 0);
        assertThat(rules()).containsExactly("unchanged");
    }

    @Test
    void ofTwoInventoriesOfOneSizeItMayHaveReadTheOneWhoseCardsAreUnchanged() {
        everyNth = 3;
        before(value(TWO));
        inventory.set(inventory.size() - 1, version(-60, ONE, "1064899999999"));
        inventory.add(version(ANSWERED - 1, ONE, TWO));
        event(ONE);
        answered(ONE, TWO);
        ended("complete", 1, 1, 0);
        assertThat(rules()).isEmpty();
    }

    @Test
    void aCardWhoseLastValueIsAnotherOneIsNotUnchanged() {
        everyNth = 3;
        before(missing(TWO));
        event(ONE);
        answered(ONE, TWO);
        ended("complete", 1, 1, 0);
        // nor was it missing then
        assertThat(rules()).containsExactly("missing", "unchanged");
    }

    @Test
    void aCardThatWasToldToHaveLeftIsNotUnchanged() {
        everyNth = 3;
        before(missing(TWO).replace("missing", "left"));
        event(ONE);
        answered(ONE, TWO);
        ended("complete", 1, 1, 0);
        assertThat(rules()).contains("unchanged");
    }

    @Test
    void aRecordThatBreaksItsSchemaIsFound() {
        event(ONE);
        add("sim.state", TWO, SWEEP + "/" + TWO, value(TWO).replace("}", ",\"more\":1}"));
        ended("complete", 2, 0);
        assertThat(rules()).containsExactly("schema");
    }

    private static Version version(int second, String... cards) {
        Instant from = DUE.plusSeconds(second);
        return new Version(from, from, List.of(cards), true);
    }

    @Test
    void whoStandsStillForLongerThanItsAccountsAreKeptGoesOnFromItsPlace() {
        event(ONE);
        event(TWO);
        failure("\"" + TWO + "\"", "1", "null");
        ended("partial", 1, 1);
        assertThat(rules()).contains("published");

        silence(Duration.ofSeconds(2));
        assertThat(rules()).contains("published");

        silence(Duration.ofSeconds(6));
        assertThat(rules()).doesNotContain("published");
    }

    private void silence(Duration length) {
        incidents.add(Incidents.Sort.SILENT, "paused");
        clock.move(length);
        incidents.add(Incidents.Sort.HEARD, "goes on");
    }

    private void event(String card) {
        add("sim.state", card, SWEEP + "/" + card, value(card));
    }

    private String value(String card) {
        String item = vendor.truth().item("ReturnState", card);
        Map<String, String> truth = Expected.of("iotbos-state", card, json(item));
        StringBuilder value = new StringBuilder("{\"card\":\"" + card + "\"");
        truth.forEach((field, text) -> {
            if (!field.equals("card")) {
                value.append(",\"").append(field).append("\":").append(text == null ? "null" : '"' + text + '"');
            }
        });
        return value.append('}').toString();
    }

    private void failure(String cards, String count, String reply) {
        String id = SWEEP + "/batch-1";
        add(
                "sim.failures",
                id,
                id + "/open",
                "{\"id\":\"" + id + "\",\"status\":\"open\",\"sweep\":\"" + SWEEP
                        + "\",\"poll\":\"iotbos-state\",\"request\":\"/Api\",\"outcome\":\"batch\",\"code\":\"0\",\"message\":\"m\",\"attempts\":1,"
                        + "\"cards\":" + cards + ",\"count\":" + count + ",\"reply\":\"" + reply + "\"}");
    }

    private void ended(String outcome, int published, int failed) {
        ended(outcome, published, 0, failed);
    }

    private void ended(String outcome, int published, int unchanged, int failed) {
        String end = sweep("ended", '"' + outcome + '"', published, unchanged, failed);
        add("sim.sweeps", "iotbos-state", SWEEP + "/ended", end);
    }

    private void endedAfter(Duration length) {
        String end = sweep("ended", "\"complete\"", 2, 0, 0);
        String late =
                end.replace(DUE.plusSeconds(5).toString(), DUE.plus(length).toString());
        add("sim.sweeps", "iotbos-state", SWEEP + "/ended", late);
    }

    private static String sweep(String phase, String outcome, int published, int unchanged, int failed) {
        return "{\"sweep\":\"" + SWEEP + "\",\"poll\":\"iotbos-state\",\"vendor\":\"iotbos\",\"account\":\"main\","
                + "\"query\":\"state\",\"phase\":\"" + phase + "\",\"outcome\":" + outcome
                + ",\"scheduledAt\":\"" + DUE + "\",\"startedAt\":\"" + DUE + "\",\"endedAt\":\"" + DUE.plusSeconds(5)
                + "\",\"expected\":" + (published + unchanged + failed) + ",\"published\":" + published
                + ",\"unchanged\":" + unchanged + ",\"failed\":" + failed
                + ",\"cleared\":0,\"duplicates\":0,\"requests\":1,\"retries\":0,\"logins\":0,\"breaker\":\"closed\","
                + "\"reason\":null}";
    }

    private void add(String topic, String key, String id, String value) {
        Map<String, String> headers = Map.of(
                "ce_id",
                id,
                "ce_sweep",
                SWEEP,
                "ce_specversion",
                "1.0",
                "ce_time",
                DUE.plusSeconds(ANSWERED).toString());
        records.add(new Read(topic, key, value, json(value), headers));
    }

    private Set<String> rules() {
        World world = new World(List.of("iotbos-state"), 8, 2, 25, 5, 10, 2, 3, 0, 7200, false, false, 0, everyNth);
        Evidence evidence = new Evidence(
                new Story(1, world, List.of(new Step(0, 1, fault))),
                records,
                seen,
                vendor.counters(),
                vendor.truth(),
                Set.of(),
                vendor.arrearsHistory(),
                inventory,
                incidents,
                List.of(),
                Duration.ZERO,
                List.of());
        return new java.util.TreeSet<>(new Judge(Path.of("routes/schemas"), Set.of())
                .judge(evidence).stream().map(Finding::rule).toList());
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
