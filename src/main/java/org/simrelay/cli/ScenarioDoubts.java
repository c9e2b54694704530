package org.simrelay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simrelay.check.Finding;
import org.simrelay.config.Installation;
import org.simrelay.config.Nearest;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.kafka.Topics;
import org.simrelay.scenario.Scenario;

/** What a scenario says beside the other files: the polls it runs, and the topics they publish to. */
final class ScenarioDoubts {

    private ScenarioDoubts() {}

    /** @param doubtful is added to */
    static void of(Scenario scenario, Installation home, List<Finding> doubtful) {
        List<String> polls = home.files().onDisk().polls();
        Set<String> runs = Stream.of(scenario.when().polls(), scenario.when().meanwhile())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        runs.stream()
                .filter(poll -> !polls.contains(poll))
                .filter(poll -> !scenario.file().resolveSibling("").endsWith(poll))
                .forEach(poll -> doubtful.add(Finding.warning(scenario.file() + place(scenario.file(), poll)
                        + ": there is no poll " + poll + Nearest.text(poll, polls) + "; mend the name")));
        Set<String> topics = runs.stream()
                .map(poll -> Topics.ofQuery(RouteFiles.query(poll)))
                .collect(Collectors.toCollection(TreeSet::new));
        scenario.then().records().keySet().stream()
                .filter(topic -> !topics.contains(topic))
                .forEach(topic -> doubtful.add(Finding.warning(scenario.file() + place(scenario.file(), topic)
                        + ": nothing that runs here publishes to " + topic + Nearest.text(topic, topics)
                        + "; write " + String.join(" or ", topics))));
    }

    /** Where a text stands first as a word of its own. */
    private static String place(Path file, String word) {
        try {
            List<String> lines = TextFile.read(file).lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                int column = lines.get(line).indexOf(word);
                if (column >= 0 && !lines.get(line).stripLeading().startsWith("#")) {
                    return " line " + (line + 1) + " column " + (column + 1);
                }
            }
        } catch (IOException | SettingsException e) {
            // it was read before
        }
        return " line 1";
    }
}
