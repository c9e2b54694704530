package org.simrelay.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Quoted;
import org.simrelay.mask.SecretNames;
import org.simrelay.mask.Secrets;

/**
 * Where a value comes from: the environment, a file that it names, the settings' file, a file that it names, a default. Keys
 * are in the form of {@link Keys#canonical}.
 */
public final class SettingValues {

    /** Behind a key: the value is the name of a file that holds it. */
    public static final String FILE = "-file";

    private final Path file;
    private final PropertyLines lines;
    private final Map<String, String> environment;

    SettingValues(Path file, PropertyLines lines, Map<String, String> environment) {
        this.file = file;
        this.lines = lines;
        this.environment = Map.copyOf(environment);
    }

    Optional<String> find(String key) {
        return find(key, true, new LinkedHashSet<>());
    }

    /** No default. */
    Optional<String> given(String key) {
        return find(key, false, new LinkedHashSet<>());
    }

    Optional<String> inEnvironment(String key) {
        return notEmpty(environment.get(Settings.variable(key)));
    }

    public Map<String, String> environment() {
        return environment;
    }

    public PropertyLines lines() {
        return lines;
    }

    /** As it is written in the environment, or else in the settings' file; no file that it names is read. */
    public Optional<String> inTheEnvironmentOrFile(String key) {
        return inEnvironment(key).or(() -> inFile(key));
    }

    /** Every key that is set or has a default, but for those of the environment that only their reader knows. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(CamelDefaults.ALL.keySet());
        keys.addAll(KafkaDefaults.followers());
        keys.addAll(Keys.of(Map.of()));
        keys.addAll(CamelOptions.in(environment));
        lines.entries().keySet().forEach(key -> keys.add(withoutFile(key)));
        return keys;
    }

    /** As {@link Settings#keys}. */
    Set<String> keys(String prefix, Set<String> known) {
        Set<String> keys = new TreeSet<>();
        lines.entries().values().stream()
                .map(PropertyLines.Entry::key)
                .filter(key -> key.startsWith(prefix))
                .forEach(keys::add);
        known.stream()
                .map(key -> prefix + key)
                .filter(key ->
                        inEnvironment(key).or(() -> inEnvironment(key + FILE)).isPresent())
                .forEach(keys::add);
        return keys;
    }

    /** Where to mend a key: the place it is set in, or could be. */
    String place(String key) {
        String variable = Settings.variable(key);
        for (String form : List.of("", FILE)) {
            if (inEnvironment(key + form).isPresent()) {
                return Settings.variable(key + form) + " in the environment";
            }
        }
        for (String form : List.of("", FILE)) {
            PropertyLines.Entry line = lines.entries().get(key + form);
            if (line != null && !line.value().isBlank()) {
                return file + " line " + line.line() + ", or " + variable + " in the environment";
            }
        }
        return variable + " in the environment or " + key + " in " + file;
    }

    /** The key whose value a file holds; another key as it is. */
    public static String withoutFile(String key) {
        return key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : key;
    }

    private Optional<String> find(String key, boolean byDefault, Set<String> within) {
        return inEnvironment(key)
                .or(() -> inEnvironment(key + FILE).map(path -> inItsFile(key, path)))
                .or(() -> inFile(key).map(value -> filled(key, value, within)))
                .or(() -> inFile(key + FILE).map(path -> inItsFile(key, path)))
                .or(() -> byDefault ? Keys.byDefault(key).map(value -> filled(key, value, within)) : Optional.empty());
    }

    /** The value with those of the keys that it names. */
    private String filled(String key, String value, Set<String> within) {
        if (!value.contains("{{")) {
            return value;
        }
        if (!within.add(key)) {
            throw new SettingsException(
                    key + " names itself by way of " + String.join(", ", within) + "; mend " + place(key));
        }
        String filled =
                Placeholders.filled(value, (named, hasDefault) -> find(Keys.canonical(named), !hasDefault, within));
        within.remove(key);
        return filled;
    }

    private Optional<String> inFile(String key) {
        PropertyLines.Entry line = lines.entries().get(key);
        return line == null ? Optional.empty() : notEmpty(line.value());
    }

    private static Optional<String> notEmpty(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
    }

    private static String inItsFile(String key, String path) {
        try {
            String text = TextFile.read(Path.of(path)).strip();
            if (!text.isEmpty()) {
                SecretNames.registerRead(key, text, Secrets.process());
                return text;
            }
        } catch (IOException | InvalidPathException e) {
            throw new SettingsException(
                    key + FILE + " names " + Quoted.path(path) + ", which cannot be read; create it or mend the path");
        }
        throw new SettingsException(
                key + FILE + " names " + Quoted.path(path) + ", which is empty; put the value in it");
    }
}
