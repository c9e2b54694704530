package org.simrelay.scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.SettingsException;
import org.simrelay.scenario.Scenario.Given;
import org.simrelay.scenario.Scenario.When;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads scenarios from their files. */
public final class ScenarioReader {

    private static final List<String> PARTS = List.of("given", "when", "then");
    private static final List<String> GIVEN = List.of("settings", "cards", "vendor", "kafkaRefuses", "beans");
    private static final List<String> WHEN = List.of("polls", "meanwhile", "at");
    private static final Instant AT = Instant.parse("2026-11-22T08:00:01Z");

    private final Path root;
    private final Problems problems = new Problems();

    /** @param root the folder above which no named stubs are looked for */
    ScenarioReader(Path root) {
        this.root = root;
    }

    /**
     * Reads one.
     *
     * @throws SettingsException with everything that is wrong with its form, each with file, line and column
     */
    public static Scenario read(Path file, Path root) {
        ScenarioReader reader = new ScenarioReader(root);
        Scenario scenario = reader.scenario(file);
        if (scenario == null || !reader.problems.lines().isEmpty()) {
            throw new SettingsException(reader.problems.lines());
        }
        return scenario;
    }

    /** Whether a file in the folders of scenarios is one, and not one of named stubs. */
    public static boolean isScenario(Path file) {
        return file.toString().endsWith(".yaml") && !NamedStubs.isTheirs(file);
    }

    /** Those of some files whose form is right. */
    List<Scenario> readAll(List<Path> files) {
        List<Scenario> scenarios = new ArrayList<>();
        for (Path file : files) {
            Scenario scenario = scenario(file);
            if (scenario != null) {
                scenarios.add(scenario);
            }
        }
        return scenarios;
    }

    /** What is wrong with the form of those that were read. */
    List<String> problems() {
        return problems.lines();
    }

    private @Nullable Scenario scenario(Path file) {
        Node node = Yaml.read(file, problems);
        if (node == null) {
            return null;
        }
        Fields fields = Fields.of(node, "a scenario", PARTS, problems);
        Node given = fields.required("given");
        Node then = fields.required("then");
        When when = when(fields.node("when"), file);
        return given == null || then == null
                ? null
                : new Scenario(file, Yaml.title(file), given(given, file), when, new ThenReader(problems).read(then));
    }

    private Given given(Node node, Path file) {
        Fields given = Fields.of(node, "given", GIVEN, problems);
        NamedStubs named = NamedStubs.near(file, root, problems);
        StubReader stubs = new StubReader(problems);
        List<Stub> vendor = new ArrayList<>();
        for (Node item : orNone(given.list("vendor"))) {
            Node written = named.resolve(item);
            Stub stub = written == null ? null : stubs.read(written);
            if (stub != null) {
                vendor.add(stub);
            }
        }
        List<String> cards = given.texts("cards");
        return new Given(
                given.map("settings", Yaml::text),
                given.map("beans", Yaml::text),
                cards == null ? null : cards.stream().flatMap(CardRange::each).toList(),
                vendor,
                orNone(given.texts("kafkaRefuses")));
    }

    /** The poll whose folder it is runs once, unless it says more. */
    private When when(@Nullable Node node, Path file) {
        List<String> its = List.of(root.relativize(file).getName(0).toString());
        if (node == null) {
            return new When(AT, its, List.of());
        }
        Fields when = Fields.of(node, "when", WHEN, problems);
        List<String> polls = when.texts("polls");
        if (polls != null && polls.isEmpty()) {
            when.wrong("polls", "polls must name at least one");
        }
        return new When(at(when), polls == null ? its : polls, orNone(when.texts("meanwhile")));
    }

    private static Instant at(Fields when) {
        String text = when.text("at");
        try {
            return text == null ? AT : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            when.wrong("at", "at must be a time with its offset, such as 2026-11-22T16:00:00+08:00");
            return AT;
        }
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
