package org.simrelay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.common.collect.ImmutableList;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.check.MetricNames;
import org.simrelay.reply.Outcome;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;

/** Dashboard, alerts and document name only metrics and labels that are really exported, and the document all of ours. */
final class DashboardAndAlertsTest {

    private static final Path ALERTS = Path.of("config", "prometheus-alerts.yaml");
    private static final Path DASHBOARD = Path.of("config", "grafana-dashboard.json");
    private static final Pattern METRIC = Pattern.compile("\\b(?:simrelay|jvm|process|system)_[a-z_]+");
    private static final Pattern MATCHER = Pattern.compile("([a-z]+)(?:=~|!~|!=|=)\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on) \\(([^)]*)\\)");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{ ?(?:\\$labels\\.)?([a-z]+) ?}}");
    private static final Pattern RANGE = Pattern.compile("([a-z_]+)\\((simrelay_[a-z_]+)(?:\\{[^}]*})?\\[");
    // of the scrape itself
    private static final Set<String> SCRAPED = Set.of("instance", "job");

    private final Map<String, Set<String>> exported = new TreeMap<>();

    @BeforeEach
    void export() {
        MovingClock clock = new MovingClock(TestSweeps.START);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Metrics metrics = new Metrics(registry, clock, clock);
        Sweep sweep = TestSweeps.of("iotbos-usage", clock, Map.of("IOTBOS_MAIN_REQUESTS_PER_DAY", "1000"));
        metrics.jvm();
        metrics.account(sweep.account(), () -> true);
        metrics.poll(
                "iotbos-usage", "main", key -> clock.instant(), poll -> Duration.ofMinutes(30), key -> 3, () -> true);
        metrics.unmapped("iotbos-usage", poll -> 0);
        metrics.kafka(() -> true, () -> 1.0, () -> 1.0);
        metrics.listener().begun(sweep, false);
        metrics.listener().published(sweep, "ok", 1);
        metrics.listener().ended(sweep, new SweepEnd(SweepResult.COMPLETE, null));
        RequestTimers.of(registry, "iotbos", "main", Outcome.OK).record(Duration.ofMillis(1));
        for (String line : registry.scrape().lines().toList()) {
            if (!line.startsWith("#")) {
                Set<String> labels = exported.computeIfAbsent(line.split("[{ ]", 2)[0], name -> new TreeSet<>(SCRAPED));
                Matcher label = MATCHER.matcher(line);
                while (label.find()) {
                    labels.add(label.group(1));
                }
            }
        }
    }

    private static List<JsonNode> alerts() throws IOException {
        JsonNode rules =
                new ObjectMapper(new YAMLFactory()).readTree(ALERTS.toFile()).at("/groups/0/rules");
        List<JsonNode> alerts = new ArrayList<>();
        rules.forEach(alerts::add);
        return alerts;
    }

    private static List<JsonNode> targets() throws IOException {
        List<JsonNode> targets = new ArrayList<>();
        new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels").forEach(panel -> panel.get("targets")
                .forEach(targets::add));
        return targets;
    }

    /** The labels that the metrics of an expression have; each of them is exported, and has the labels it is asked by. */
    private Set<String> labels(String expression) {
        Set<String> labels = new TreeSet<>(SCRAPED);
        Matcher metric = METRIC.matcher(expression);
        while (metric.find()) {
            assertThat(exported).as(expression).containsKey(metric.group());
            Set<String> own = exported.getOrDefault(metric.group(), Set.of());
            labels.addAll(own);
            int end = metric.end();
            if (end < expression.length() && expression.charAt(end) == '{') {
                Matcher asked = MATCHER.matcher(expression.substring(end, expression.indexOf('}', end)));
                while (asked.find()) {
                    assertThat(own).as(expression).contains(asked.group(1));
                }
            }
        }
        Matcher grouping = GROUPING.matcher(expression);
        while (grouping.find()) {
            assertThat(labels)
                    .as(expression)
                    .containsAll(List.of(grouping.group(1).split(", ?")));
        }
        return labels;
    }

    @Test
    void eachAlertIsOverWhatIsExportedAndSaysWhatItMeansAndWhatToDo() throws IOException {
        assertThat(alerts()).hasSizeGreaterThan(8);
        for (JsonNode alert : alerts()) {
            String name = alert.path("alert").asText();
            Set<String> labels = labels(alert.path("expr").asText());
            assertThat(alert.path("labels").path("severity").asText()).as(name).isIn("critical", "warning");
            for (String annotation : List.of("summary", "meaning", "action")) {
                String text = alert.path("annotations").path(annotation).asText();
                assertThat(text).as(name + " " + annotation).isNotBlank();
                Matcher shown = SHOWN.matcher(text);
                while (shown.find()) {
                    assertThat(labels).as(name + ": " + text).contains(shown.group(1));
                }
            }
        }
    }

    @Test
    void eachPanelIsOverWhatIsExported() throws IOException {
        assertThat(targets()).hasSizeGreaterThan(15);
        for (JsonNode target : targets()) {
            Set<String> labels = labels(target.path("expr").asText());
            labels.add("le");
            Matcher shown = SHOWN.matcher(target.path("legendFormat").asText());
            while (shown.find()) {
                assertThat(labels).as(target.toString()).contains(shown.group(1));
            }
        }
    }

    @Test
    void theOutcomesAndStatesInAlertsAreThereToBeMet() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("closed", "open", "half_open", "simrelay"));
        for (SweepResult result : SweepResult.values()) {
            known.add(result.word());
        }
        for (Outcome outcome : Outcome.values()) {
            known.add(outcome.word());
        }
        for (JsonNode alert : alerts()) {
            Matcher matcher = MATCHER.matcher(alert.path("expr").asText());
            while (matcher.find()) {
                assertThat(known).containsAll(List.of(matcher.group(2).split("\\|")));
            }
        }
    }

    @Test
    void theDocumentNamesEachOfOursAndEachAlert() throws IOException {
        String document = Files.readString(Path.of("src", "docs", "operating.md"));
        // check knows them, to name one that is misspelt
        assertThat(exported.keySet())
                .filteredOn(name -> name.startsWith("simrelay_"))
                .allSatisfy(name -> assertThat(MetricNames.ALL).contains(MetricNames.plain(name)));
        for (String name : exported.keySet()) {
            if (name.startsWith("simrelay_") && !name.matches(".*_(count|sum|bucket)|simrelay_requests_seconds_max")) {
                assertThat(document).contains("`" + name);
            }
        }
        assertThat(document).contains("`simrelay_requests_seconds");
        for (JsonNode alert : alerts()) {
            assertThat(document).contains("`" + alert.path("alert").asText() + "`");
        }
        Matcher named = METRIC.matcher(document);
        while (named.find()) {
            assertThat(exported.keySet()).anyMatch(name -> name.startsWith(named.group()));
        }
    }

    @Test
    void whereAMachineHasNotTheAccountNeitherAlertNorPanelIsMisled() throws IOException {
        // by what each machine tells of a poll: a number on one of them, and none, or the same, on the others
        Pattern ofPoll = Pattern.compile(
                "simrelay_(sweep_(age|period|published|failed|expected|running)\\w*|failures_open|breaker_state|budget_\\w+)");
        for (JsonNode target : targets()) {
            String expression = target.path("expr").asText();
            if (ofPoll.matcher(expression).find()) {
                assertThat(expression).startsWith("max by (");
            }
        }
        assertThat(alerts())
                .filteredOn(
                        alert -> alert.path("alert").asText().matches("SimrelaySweepTooOld|SimrelayFailuresGrowing"))
                .hasSize(2)
                .allSatisfy(alert -> assertThat(alert.path("expr").asText()).contains("max by (poll, account)"));
    }

    @Test
    void aNumberThatIsNoneForAMomentSilencesNoAlertForHours() throws IOException {
        int ranges = 0;
        for (JsonNode rule : ImmutableList.<JsonNode>builder()
                .addAll(alerts())
                .addAll(targets())
                .build()) {
            Matcher range = RANGE.matcher(rule.path("expr").asText());
            while (range.find()) {
                ranges++;
                boolean counter = range.group(2).matches(".*_(total|count|bucket)");
                // delta, deriv and averages are NaN as long as one NaN is among what they look at
                assertThat(range.group(1))
                        .as(rule.path("expr").asText())
                        .matches(counter ? "rate|increase" : "(min|max|last)_over_time");
            }
        }
        assertThat(ranges).isGreaterThan(8);
    }
}
