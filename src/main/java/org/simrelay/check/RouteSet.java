package org.simrelay.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.steps.Login;
import org.snakeyaml.engine.v2.nodes.Node;

/** The route files that take part, read together: what one names may stand in another. */
final class RouteSet {

    private final Installation home;
    private final Map<Path, RouteFile> files = new LinkedHashMap<>();
    private final Map<String, Set<String>> shown = new HashMap<>();
    private final Map<String, List<ShownAnswers.Answer>> answers = new HashMap<>();
    private final ScenarioTexts texts = new ScenarioTexts();

    private RouteSet(Installation home) {
        this.home = home;
    }

    /** As they stand on disk. */
    static RouteSet of(Installation home) {
        RouteSet set = new RouteSet(home);
        home.files().all().forEach(path -> set.files.put(path, RouteFile.read(path, home.settings())));
        return set;
    }

    /** The same files and those that are off, as if all were on. */
    RouteSet everything() {
        RouteSet set =
                new RouteSet(new Installation(home.settings(), home.files().everything()));
        for (Path path : set.home.files().all()) {
            RouteFile read = files.get(path);
            set.files.put(path, read == null ? RouteFile.read(path, home.settings()) : read);
        }
        set.shown.putAll(shown);
        set.answers.putAll(answers);
        return set;
    }

    /** One of them is to say this. */
    RouteSet put(Path path, String text) {
        files.put(path, RouteFile.of(path, text, home.settings()));
        return this;
    }

    RouteFiles paths() {
        return home.files();
    }

    @Nullable RouteFile file(Path path) {
        return files.get(path);
    }

    Stream<RouteFile> files() {
        return files.values().stream();
    }

    /** What crons are looked at from. */
    Instant now() {
        return Clock.systemUTC().instant();
    }

    Settings settings() {
        return home.settings();
    }

    /** Where a poll's mapping must be. */
    Path mapping(String poll) {
        return home.files().mapping(poll);
    }

    /** Whether the topic of a query has a schema. */
    boolean hasSchema(String query) {
        return Files.exists(schema(query));
    }

    /** Where the schema of a query is looked for. */
    Path schema(String query) {
        return home.files().schemas().resolve(query + ".schema.json");
    }

    /** All polls, of those that are off too. */
    List<String> pollsOnDisk() {
        return home.files().onDisk().polls();
    }

    /** The scenarios, as they were read. */
    ScenarioTexts scenarios() {
        return texts;
    }

    /** What the scenarios of a poll answer. */
    List<ShownAnswers.Answer> answers(String poll) {
        return Objects.requireNonNull(answers.computeIfAbsent(
                poll, name -> ShownAnswers.of(home.files().scenarios(), name, texts)));
    }

    /** What the scenarios of a vendor's polls answer. */
    Stream<ShownAnswers.Answer> answersOf(String vendor) {
        return files().filter(file -> file.isPoll() && file.vendor().equals(vendor))
                .flatMap(poll -> answers(poll.id()).stream());
    }

    /** The fields of JSON that the scenarios of a vendor's polls show. */
    Set<String> shown(String vendor) {
        return Objects.requireNonNull(shown.computeIfAbsent(
                vendor, name -> ShownFields.of(home.files().scenarios(), name)));
    }

    Stream<BeanText> beans() {
        return files().flatMap(file -> file.beans().stream());
    }

    /** Whether a vendor has a login, which gives its calls a token. */
    boolean hasSession(String vendor) {
        return isBroken(vendor)
                || files().filter(file -> !file.isPoll() && file.vendor().equals(vendor))
                        .anyMatch(file -> file.beans().stream().anyMatch(bean -> bean.is(Login.class)));
    }

    /** The endpoints that their routes begin with, such as {@code direct:publish}. */
    Set<String> entrances() {
        return files().map(this::entrance).filter(uri -> !uri.isEmpty()).collect(Collectors.toSet());
    }

    /** Whether the file that is to begin with an endpoint is there, whatever it begins with: what is wrong is said of it. */
    boolean hasFile(String endpoint) {
        return files().anyMatch(file -> endpoint.equals("direct:" + file.id()));
    }

    /** Whether a file of a vendor cannot be read, so that nobody knows what is in it: that is said. */
    boolean isBroken(String vendor) {
        return files().anyMatch(file ->
                file.broken() != null && !file.isPoll() && file.vendor().equals(vendor));
    }

    /** The ids of the route configurations. */
    Set<String> configurations() {
        return files().flatMap(file -> YamlNodes.elements(file.root()).stream())
                .map(entry -> YamlNodes.text(YamlNodes.field(YamlNodes.field(entry, "routeConfiguration"), "id")))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The endpoint that the route of a file begins with, without its parameters; empty where there is none. */
    String entrance(RouteFile file) {
        Node from = from(file);
        String uri = YamlNodes.text(YamlNodes.field(from, "uri"));
        return Placeholders.filled(uri.isEmpty() ? YamlNodes.text(from) : uri, settings())
                .replaceFirst("\\?.*", "");
    }

    /** Where the route of a file says what it begins with; null where it does not. */
    static @Nullable Node from(RouteFile file) {
        for (Node entry : YamlNodes.elements(file.root())) {
            Node from = YamlNodes.field(YamlNodes.field(entry, "route"), "from");
            if (from != null) {
                return from;
            }
        }
        return null;
    }
}
