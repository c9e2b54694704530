package org.simrelay.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.config.RouteFiles;

/** Files that nobody reads, since they stand in another folder or have another name than what reads them looks for. */
final class StrayFiles {

    private static final String POLL_TYPE = "org.simrelay.steps.Query";
    private static final Set<String> FOLDERS = Set.of("polls", "vendors", "shared", "mappings", "schemas", "scenarios");
    private static final String SCHEMA = ".schema.json";
    private static final Pattern IMPORT = Pattern.compile("import\\s+\"(?:[^\"]*/)?([^\"/]+)\"");

    private final RouteFiles files;
    private final Set<String> polls;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> doubtful = new ArrayList<>();

    StrayFiles(RouteFiles files) {
        this.files = files;
        this.polls = MeantPolls.of(files);
        Path mappings = files.mapping("x").resolveSibling("");
        Path root = files.schemas().resolveSibling("");
        routes(root);
        folders(root);
        settings(root.resolveSibling("config"));
        mappings(mappings);
        schemas();
        scenarios();
    }

    /** A poll that runs from where it does not belong. */
    List<String> problems() {
        return wrong;
    }

    /** What is passed over: messages with the file and where it belongs. */
    List<String> doubtful() {
        return doubtful;
    }

    private void routes(Path root) {
        for (String folder : List.of("shared", "vendors", "polls")) {
            for (Path file : FolderFiles.list(root.resolve(folder))) {
                String name = FolderFiles.name(file);
                boolean isRoute = name.endsWith(".camel.yaml");
                if (isRoute && !folder.equals("polls") && FolderFiles.text(file).contains(POLL_TYPE)) {
                    wrong.add(file
                            + " line 1: a poll, with its query, stands in a folder that polls do not stand in; move it to "
                            + root.resolve("polls").resolve(name));
                } else if (name.matches("(?i).*\\.camel\\.ya?ml\\.(txt|text)")) {
                    doubtful.add(file + " is passed over: its name ends with " + name.replaceFirst(".*\\.", ".")
                            + "; rename it to " + name.replaceFirst("\\.[^.]+$", ""));
                } else if (name.endsWith(".jslt")) {
                    doubtful.add(file + " is read by nobody: mappings stand in routes/mappings; move it there");
                } else if (name.endsWith(SCHEMA)) {
                    doubtful.add(file + " is read by nobody: schemas stand in routes/schemas; move it there");
                }
            }
        }
    }

    /** Folders beside those that are read, with what belongs into one of them. */
    private void folders(Path root) {
        for (Path folder : FolderFiles.list(root)) {
            String name = FolderFiles.name(folder);
            String kind = FOLDERS.contains(name) || !Files.isDirectory(folder)
                    ? ""
                    : FolderFiles.list(folder).stream()
                            .map(FolderFiles::name)
                            .filter(one -> one.matches(".*(\\.camel\\.yaml|\\.jslt|\\.schema\\.json)"))
                            .findFirst()
                            .orElse("");
            if (!kind.isEmpty()) {
                doubtful.add(folder + " is a folder that nobody reads" + Nearest.text(name, FOLDERS)
                        + "; rename it, or move what is in it, such as " + kind);
            }
        }
    }

    /** Other files of settings, as other frameworks read them. */
    private void settings(Path config) {
        for (Path folder : List.of(config, config.resolveSibling("routes"))) {
            for (Path file : FolderFiles.list(folder)) {
                String name = FolderFiles.name(file);
                boolean isTheOne = folder.equals(config) && name.equals("application.properties");
                if (!isTheOne && name.matches("application.*\\.(properties|ya?ml)")) {
                    doubtful.add(file + " is read by nobody: all settings stand in config/application.properties;"
                            + " move its lines there, or remove it");
                }
            }
        }
    }

    private void mappings(Path folder) {
        Set<String> imported = new TreeSet<>();
        FolderFiles.list(folder)
                .forEach(file ->
                        IMPORT.matcher(FolderFiles.text(file)).results().forEach(used -> imported.add(used.group(1))));
        for (Path file : FolderFiles.list(folder)) {
            String name = FolderFiles.name(file);
            String poll = name.replaceFirst("\\.[^.]*$", "");
            if (name.endsWith(SCHEMA)) {
                doubtful.add(file + " is read by nobody: schemas stand in routes/schemas; move it there");
            } else if (name.endsWith(".jslt") && !polls.contains(poll) && !imported.contains(name)) {
                String meant = lacking(poll, files.onDisk().polls(), files::mapping);
                doubtful.add(file + " is of no poll, and no mapping imports it"
                        + (meant == null ? "; rename or remove it" : "; rename it to " + meant + ".jslt"));
            } else if (name.matches("(?i).*\\.(json|js|txt|jlst|jstl)")) {
                String meant = lacking(poll, polls, files::mapping);
                doubtful.add(file + " is read by nobody: the name of a mapping ends with .jslt; "
                        + (meant == null ? "rename or move it" : "rename it to " + meant + ".jslt"));
            }
        }
    }

    private void schemas() {
        Set<String> queries = polls.stream().map(RouteFiles::query).collect(Collectors.toCollection(TreeSet::new));
        for (Path file : FolderFiles.list(files.schemas())) {
            String name = FolderFiles.name(file);
            String query = name.replaceFirst("(\\.schema)?\\.[^.]*$", "");
            boolean isOne = name.endsWith(SCHEMA);
            if (name.endsWith(".jslt")) {
                doubtful.add(file + " is read by nobody: mappings stand in routes/mappings; move it there");
            } else if ((isOne && !queries.contains(query)) || (!isOne && name.matches("(?i).*\\.(json|jsonc|json5)"))) {
                String ofPoll = RouteFiles.query(query);
                String meant = queries.contains(ofPoll)
                        ? ofPoll
                        : lacking(query, queries, one -> files.schemas().resolve(one + SCHEMA));
                doubtful.add(file + (isOne ? " is of no query" : " is read by nobody")
                        + ": the schema of sim.<query> is <query>.schema.json; "
                        + (meant == null ? "rename or remove it" : "rename it to " + meant + SCHEMA));
            }
        }
    }

    private void scenarios() {
        for (Path file : FolderFiles.list(files.scenarios())) {
            String name = FolderFiles.name(file);
            if (Files.isDirectory(file)) {
                FolderFiles.list(file).stream()
                        .filter(one -> FolderFiles.name(one).endsWith(".yml"))
                        .forEach(one -> doubtful.add(
                                one + " is passed over: the name of a scenario ends with .yaml; rename it"));
                FolderFiles.list(file).stream()
                        .filter(Files::isDirectory)
                        .filter(one -> FolderFiles.list(one).stream()
                                .anyMatch(two -> FolderFiles.name(two).endsWith(".yaml")))
                        .forEach(one -> doubtful.add(one
                                + " is passed over with what is in it: folders in folders are not read; move it up"));
            } else if (name.matches(".*\\.ya?ml") && !name.equals("stubs.yaml")) {
                doubtful.add(
                        file
                                + " is passed over: a scenario stands in the folder of its poll; move it to routes/scenarios/<poll>/");
            }
        }
    }

    /** The nearest of those that lack their file; null where none is near. */
    private static @Nullable String lacking(
            String name, Collection<String> names, java.util.function.Function<String, Path> file) {
        List<String> lacking =
                names.stream().filter(one -> !Files.exists(file.apply(one))).toList();
        return lacking.stream()
                .filter(one ->
                        one.equalsIgnoreCase(name) || RouteFiles.query(one).equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> Nearest.of(name, lacking));
    }
}
