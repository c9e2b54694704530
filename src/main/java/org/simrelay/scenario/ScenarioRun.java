package org.simrelay.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** Plays the scenarios of a folder and says of each how it went. */
public final class ScenarioRun {

    private static final int MOST_SHOWN = 20;

    private final ScenarioFolder files;
    private final Player player;
    private final Consumer<String> out;

    /**
     * @param folder the one that holds config/ and routes/
     * @param out takes lines to show
     */
    public ScenarioRun(Path folder, Consumer<String> out) {
        this.files = new ScenarioFolder(folder);
        this.player = new Player(folder);
        this.out = out;
    }

    /**
     * Plays those of some polls.
     *
     * @param polls none for all
     * @return how many did not come as expected
     * @throws SettingsException with what is wrong with their form, or with the settings and routes they are played with
     */
    public int play(List<String> polls) {
        List<Scenario> scenarios = files.read(polls);
        int failed = 0;
        for (Scenario scenario : scenarios) {
            List<String> differences = differences(scenario);
            failed += differences.isEmpty() ? 0 : 1;
            out.accept((differences.isEmpty() ? "ok      " : "FAILED  ") + files.name(scenario));
            if (!differences.isEmpty()) {
                out.accept("  " + scenario.title());
                differences.stream().limit(MOST_SHOWN).forEach(line -> out.accept("  - " + line));
            }
            if (differences.size() > MOST_SHOWN) {
                out.accept("  … and " + (differences.size() - MOST_SHOWN) + " more");
            }
        }
        out.accept(scenarios.size() + (scenarios.size() == 1 ? " scenario, " : " scenarios, ") + failed + " failed");
        return failed;
    }

    private List<String> differences(Scenario scenario) {
        try {
            return Differences.of(scenario, player.play(scenario));
        } catch (SettingsException e) {
            String message = String.valueOf(e.getMessage());
            for (String key : scenario.given().settings().keySet()) {
                // a scenario's settings go in as the environment does
                message = message.replace(Settings.variable(key) + " in the environment", key + " in given.settings");
            }
            throw new SettingsException(message.lines()
                    .map(line -> files.name(scenario) + ": " + line)
                    .toList());
        }
    }
}
