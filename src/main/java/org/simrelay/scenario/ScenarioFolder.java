package org.simrelay.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.simrelay.config.Nearest;
import org.simrelay.config.SettingsException;

/** The scenarios of a folder's polls: {@code routes/scenarios/<poll>/<what happens>.yaml}. */
public final class ScenarioFolder {

    private final Path root;

    /** @param folder the one that holds config/ and routes/ */
    public ScenarioFolder(Path folder) {
        this.root = folder.resolve("routes").resolve("scenarios");
    }

    /** The polls that have scenarios. */
    public List<String> polls() {
        return list(root).stream()
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /**
     * Reads those of some polls.
     *
     * @param polls none for all
     * @throws SettingsException with everything that is wrong with their form, and the polls that have none
     */
    public List<Scenario> read(List<String> polls) {
        List<String> known = polls();
        List<String> problems = new ArrayList<>();
        if (known.isEmpty()) {
            problems.add("there is no scenario: " + root + "/<poll>/<what happens>.yaml");
        }
        List<Path> files = new ArrayList<>();
        for (String poll : polls.isEmpty() ? known : polls) {
            List<Path> its = list(root.resolve(poll)).stream()
                    .filter(ScenarioReader::isScenario)
                    .toList();
            if (its.isEmpty() && !known.isEmpty()) {
                problems.add("there is no scenario of \"" + poll + "\" in " + root.resolve(poll)
                        + (known.contains(poll) ? "; add one, <what happens>.yaml" : Nearest.text(poll, known)));
            }
            files.addAll(its);
        }
        ScenarioReader reader = new ScenarioReader(root);
        List<Scenario> scenarios = reader.readAll(files);
        problems.addAll(reader.problems());
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return scenarios;
    }

    /** As it is shown: {@code <poll>/<what happens>.yaml}. */
    public String name(Scenario scenario) {
        return root.relativize(scenario.file()).toString();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
