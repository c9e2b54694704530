package org.simrelay.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of {@code src/test/resources/scenarios}: {@code <vendor>/<room>/<what happens>.yaml}. */
final class Scenarios {

    // -Dscenarios=FOLDER plays those of another folder
    private static final Path FOLDER = Path.of(System.getProperty("scenarios", "src/test/resources/scenarios"));

    private Scenarios() {}

    /** The names of all, with their folders; with -Dscenario=TEXT those that have it in their name. */
    static List<String> files() {
        String part = System.getProperty("scenario", "");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(ScenarioReader::isScenario)
                    .map(file -> FOLDER.relativize(file).toString())
                    .filter(file -> file.contains(part))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario read(String file) {
        return ScenarioReader.read(FOLDER.resolve(file), FOLDER);
    }
}
