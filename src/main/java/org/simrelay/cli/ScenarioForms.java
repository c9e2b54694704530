package org.simrelay.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.check.Finding;
import org.simrelay.check.MeantPolls;
import org.simrelay.config.Installation;
import org.simrelay.config.Nearest;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.scenario.ScenarioFolder;

/** What is wrong with the form of scenarios. Only a warning, since {@code run} reads none of them: {@code test} ends with it. */
final class ScenarioForms {

    private static final Pattern PLACE = Pattern.compile("(?s)(.+?\\.ya?ml):([0-9]+):([0-9]+): (.*)");

    private static final Pattern KEY = Pattern.compile("no \"([^\"]+)\" in ");

    private ScenarioForms() {}

    /** @param folder the one that holds config/ and routes/ */
    static List<Finding> doubtful(Path folder, Installation home) {
        ScenarioFolder scenarios = new ScenarioFolder(folder);
        List<Finding> doubtful = new ArrayList<>();
        List<String> folders = scenarios.polls();
        if (folders.isEmpty()) {
            return doubtful;
        }
        List<String> polls = home.files().onDisk().polls();
        Set<String> meant = MeantPolls.of(home.files());
        folders.stream()
                .filter(name -> !meant.contains(name))
                .forEach(name -> doubtful.add(
                        Finding.warning(home.files().scenarios().resolve(name) + " is a folder of scenarios of no poll"
                                + Nearest.text(name, polls) + "; rename or remove it")));
        try {
            scenarios.read(List.of()).forEach(scenario -> ScenarioDoubts.of(scenario, home, doubtful));
        } catch (SettingsException e) {
            // a stub is read for each scenario that names it
            e.problems().stream()
                    .map(ScenarioForms::placed)
                    .distinct()
                    .map(Finding::warning)
                    .forEach(doubtful::add);
        }
        return doubtful;
    }

    /** With the place as all findings have it: that of a key is where it stands, and not its value. */
    private static String placed(String problem) {
        Matcher place = PLACE.matcher(problem);
        if (!place.matches()) {
            return problem;
        }
        String said = place.group(4);
        int line = Integer.parseInt(place.group(2));
        String at = " line " + line + " column " + place.group(3);
        Matcher key = KEY.matcher(said);
        List<String> lines = key.lookingAt() ? lines(Path.of(place.group(1))) : List.of();
        for (int above = line; above > 0 && above > line - 2 && above <= lines.size(); above--) {
            int column = lines.get(above - 1).indexOf(key.group(1) + ":");
            if (column >= 0) {
                at = " line " + above + " column " + (column + 1);
                break;
            }
        }
        return place.group(1) + at + ": " + said + (said.contains("; ") ? "" : "; mend it");
    }

    private static List<String> lines(Path file) {
        try {
            return TextFile.read(file).lines().toList();
        } catch (IOException | SettingsException e) {
            return List.of();
        }
    }
}
