package org.simrelay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.simrelay.RecordSchemas;
import org.simrelay.kafka.DryRunRecord;

/** Compares what came of a scenario with its "then", and with what the contract says of every sweep. */
final class Verdict {

    private static final JsonMapper JSON = new JsonMapper();
    // a signature or a token; passwords of tests are words
    private static final int LONG = 24;
    private static final int PART = 8;
    private static final String SWEEPS = "sim.sweeps";
    private static final String FAILURES = "sim.failures";
    private static final Set<String> NOT_CARDS = Set.of(SWEEPS, FAILURES, "sim.checkpoints");
    private static final Pattern TOKEN = Pattern.compile("\"(?:accessToken|token)\"\\s*:\\s*\"([^\"]+)\"");
    private static final List<String> TOKEN_PARAMETERS = List.of("token", "accessToken");
    private static final Set<String> HEADERS = Set.of(
            "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_sweep", "content-type");

    private final SoftAssertions softly = new SoftAssertions();
    private final String file;
    private final Scenario scenario;
    private final Played played;
    private final Calls calls;
    private final List<DryRunRecord> records;

    Verdict(String file, Scenario scenario, Played played) {
        this.file = file;
        this.scenario = scenario;
        this.played = played;
        this.calls = played.calls();
        this.records = played.records();
    }

    void check() {
        softly.assertThat(Differences.of(scenario, played))
                .as(about("differences"))
                .isEmpty();
        sweeps();
        requests();
        everyCardOnce();
        envelopes();
        facts();
        schemas();
        secrets();
        softly.assertAll();
    }

    private void sweeps() {
        Map<String, List<String>> phases = new TreeMap<>();
        values(SWEEPS)
                .forEach(sweep -> phases.computeIfAbsent(sweep.path("sweep").asText(), id -> new ArrayList<>())
                        .add(sweep.path("phase").asText()));
        softly.assertThat(phases)
                .as(about(SWEEPS))
                .hasSize(scenario.when().polls().size()
                        + scenario.when().meanwhile().size());
        ends().forEach(end -> softly.assertThat(phases.get(end.path("sweep").asText()))
                .as(about("phases of " + end))
                .isEqualTo(isSkipped(end) ? List.of("ended") : List.of("started", "ended")));
    }

    private void requests() {
        int counted =
                ends().stream().mapToInt(end -> end.path("requests").asInt()).sum();
        softly.assertThat(counted)
                .as(about("requests counted against vendor calls"))
                .isEqualTo(calls.all().size());
        softly.assertThat(calls.parameter("transid")).as(about("transids")).doesNotHaveDuplicates();
    }

    private List<String> keys(String sweep, boolean cleared) {
        return cardEvents().stream()
                .filter(event -> sweep.equals(event.headers().get("ce_sweep")))
                .filter(event -> isGone(event) == cleared)
                .map(DryRunRecord::key)
                .toList();
    }

    private static boolean isGone(DryRunRecord event) {
        return event.value().isEmpty()
                || event.value().contains("\"status\":\"cleared\"")
                || event.value().contains("\"result\":\"left\"");
    }

    /** Counts agree with records; a card of the inventory has one event or one failure a sweep. */
    private void everyCardOnce() {
        for (JsonNode end : ends()) {
            String sweep = end.path("sweep").asText();
            List<String> cleared = keys(sweep, true);
            softly.assertThat(end.path("cleared").asInt())
                    .as(about("cleared of " + sweep))
                    .isEqualTo(cleared.size());
            List<String> published = keys(sweep, false);
            softly.assertThat(published)
                    .as(about("cards published by " + sweep))
                    .doesNotHaveDuplicates();
            softly.assertThat(end.path("published").asInt())
                    .as(about("published of " + sweep))
                    .isEqualTo(published.size());
            List<JsonNode> failures = values(FAILURES).stream()
                    .filter(failure -> sweep.equals(failure.path("sweep").asText()))
                    .toList();
            softly.assertThat(end.path("failed").asInt())
                    .as(about("failed of " + sweep))
                    .isEqualTo(failures.stream()
                            .mapToInt(failure -> failure.path("count").asInt())
                            .sum());
            List<String> accounted = new ArrayList<>(published);
            failures.forEach(failure -> failure.path("cards").forEach(card -> accounted.add(card.asText())));
            softly.assertThat(accounted).as(about("cards of " + sweep)).doesNotHaveDuplicates();
            int unchanged = end.path("unchanged").asInt();
            if (end.path("outcome").asText().equals("complete")) {
                softly.assertThat(published.size() + unchanged)
                        .as(about("published and unchanged of " + sweep))
                        .isEqualTo(end.path("expected").asInt());
            }
            List<String> inventory = scenario.given().cards();
            if (inventory != null && !inventory.isEmpty() && !isSkipped(end)) {
                Set<String> distinct = new HashSet<>(inventory);
                // lines that hold no card number
                distinct.removeIf(line -> !line.matches("[0-9A-Za-z]+"));
                int unnamed = failures.stream()
                        .filter(failure -> failure.path("cards").isNull())
                        .mapToInt(failure -> failure.path("count").asInt())
                        .sum();
                softly.assertThat(inventory).as(about("cards of " + sweep)).containsAll(accounted);
                softly.assertThat(accounted.size() + unchanged + unnamed)
                        .as(about("cards that " + sweep + " accounts for"))
                        .isEqualTo(distinct.size());
            }
        }
    }

    private void envelopes() {
        for (DryRunRecord event : records) {
            String sweep = event.headers().getOrDefault("ce_sweep", "");
            String poll = sweep.replaceAll("@.*", "");
            softly.assertThat(event.headers().keySet())
                    .as(about("headers of " + event.key() + " in " + event.topic()))
                    .isEqualTo(HEADERS);
            softly.assertThat(event.headers())
                    .as(about("headers of " + event.key() + " in " + event.topic()))
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("content-type", "application/json")
                    .containsEntry("ce_source", "/" + poll.replaceAll("-.*", "") + "/main");
        }
        for (DryRunRecord event : cardEvents()) {
            softly.assertThat(event.headers())
                    .as(about("headers of " + event.key() + " in " + event.topic()))
                    .containsEntry("ce_id", event.headers().get("ce_sweep") + "/" + event.key())
                    .containsEntry("ce_type", "simrelay." + event.topic().substring("sim.".length()) + ".v1")
                    .containsEntry("ce_subject", event.key());
            softly.assertThat(
                            event.value().isEmpty()
                                    ? event.key()
                                    : json(event.value()).path("card").asText())
                    .as(about("card"))
                    .isEqualTo(event.key());
        }
    }

    /** One ce_id is one fact: no two records of the ledger say different things under it. */
    private void facts() {
        Map<String, String> facts = new TreeMap<>();
        for (DryRunRecord event : records) {
            if (event.topic().equals(FAILURES)) {
                softly.assertThat(event.headers())
                        .as(about("ce_id of " + event.key()))
                        .containsEntry(
                                "ce_id",
                                event.key() + "/"
                                        + json(event.value()).path("status").asText());
            }
            if (NOT_CARDS.contains(event.topic())) {
                String id =
                        event.headers().get("ce_source") + " " + event.headers().get("ce_id");
                String before = facts.put(id, event.value());
                softly.assertThat(before == null || before.equals(event.value()))
                        .as(about("two facts under " + id + ": " + before + " and " + event.value()))
                        .isTrue();
            }
        }
    }

    private void schemas() {
        for (DryRunRecord event : records) {
            // a tombstone has nothing that could fit
            if (event.value().isEmpty()) {
                continue;
            }
            softly.assertThat(RecordSchemas.problems(event.topic(), event.value()))
                    .as(about("schema of " + event.topic()))
                    .isEmpty();
        }
    }

    /** No secret in a record or a warning: not in other letters, and of a long one not its beginning or end either. */
    private void secrets() {
        Set<String> secrets = tokens();
        for (String secret : List.of(RealRoutes.CMIOT_SECRET, RealRoutes.IOTBOS_SECRET, RealRoutes.ONELINK_SECRET)) {
            secrets.add(secret);
            secrets.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
        Set<String> parts = new TreeSet<>();
        for (String secret : secrets) {
            String lower = secret.toLowerCase(Locale.ROOT);
            parts.add(lower);
            if (lower.length() >= LONG) {
                parts.add(lower.substring(0, PART));
                parts.add(lower.substring(lower.length() - PART));
                parts.add(lower.substring(PART, LONG));
            }
        }
        List<String> texts = new ArrayList<>(played.warnings());
        records.forEach(event -> texts.add(event.toString()));
        for (String text : texts) {
            softly.assertThat(text.toLowerCase(Locale.ROOT))
                    .as(about("secrets"))
                    .doesNotContain(parts.toArray(String[]::new));
        }
    }

    /** Every token that went over the wire, either way. */
    private Set<String> tokens() {
        Set<String> tokens = new TreeSet<>();
        TOKEN_PARAMETERS.forEach(name -> tokens.addAll(calls.parameter(name)));
        for (String reply : calls.replies()) {
            TOKEN.matcher(reply).results().forEach(found -> tokens.add(found.group(1)));
        }
        return tokens;
    }

    private List<DryRunRecord> cardEvents() {
        return records.stream()
                .filter(event -> !NOT_CARDS.contains(event.topic()))
                .toList();
    }

    private List<JsonNode> ends() {
        return values(SWEEPS).stream()
                .filter(sweep -> sweep.path("phase").asText().equals("ended"))
                .toList();
    }

    private static boolean isSkipped(JsonNode end) {
        return end.path("outcome").asText().equals("skipped");
    }

    private List<JsonNode> values(String topic) {
        return records.stream()
                .filter(event -> event.topic().equals(topic))
                .map(event -> json(event.value()))
                .toList();
    }

    private String about(String what) {
        return "[" + file + "] " + what;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
