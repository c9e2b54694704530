package org.simrelay.ship;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simrelay.config.Keys;

/** The files of {@code src/ship}, as their readers see them. */
final class Manifests {

    static final Path SHIP = Path.of("src/ship");

    /** What is no setting of the service: the launcher's and the JVM's own. */
    private static final Set<String> LAUNCHERS =
            Set.of("SIMRELAY_HOME", "SIMRELAY_CACHE", "SIMRELAY_RETRY_EXIT", "JAVA_HOME", "JAVA_OPTS");

    private Manifests() {}

    /** One document of Kubernetes. */
    static JsonNode kubernetes(String file) throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(SHIP.resolve("kubernetes").resolve(file)));
    }

    static String text(String file) throws IOException {
        return Files.readString(SHIP.resolve(file));
    }

    /** Those of the variables that set nothing. */
    static List<String> unknown(Stream<String> variables) {
        Set<String> known = new TreeSet<>(LAUNCHERS);
        List<String> keys = Keys.of(Map.of("cmiot", List.of("main"), "iotbos", List.of("main")));
        known.addAll(Stream.concat(keys.stream(), credentials())
                .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet()));
        return variables
                .map(name -> name.replaceFirst("_FILE$", ""))
                .filter(name -> !known.contains(name) && !known.contains(name + "_FILE"))
                .toList();
    }

    /** As config/application.properties has them, commented. */
    private static Stream<String> credentials() {
        try {
            return Files.readAllLines(Path.of("config/application.properties")).stream()
                    .filter(line -> line.matches("#?[a-z]+([.-][a-z]+)+=.*"))
                    .map(line ->
                            line.replaceFirst("^#", "").replaceFirst("=.*", "").replaceFirst("-file$", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
