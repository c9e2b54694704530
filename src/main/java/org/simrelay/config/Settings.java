package org.simrelay.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the service: the environment first, then {@code config/application.properties}. A key {@code a.b-c}
 * is {@code A_B_C} in the environment. A secret may stand in a file that {@code <key>-file} names.
 */
public final class Settings {

    private final Path file;
    private final Properties properties;
    private final Map<String, String> environment;

    private Settings(Path file, Properties properties, Map<String, String> environment) {
        this.file = file;
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * Reads a file of settings.
     *
     * @param file the properties file, UTF-8
     * @param environment the variables that go before it
     * @throws SettingsException when the file cannot be read
     */
    public static Settings load(Path file, Map<String, String> environment) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException(file + " cannot be read (" + e.getMessage()
                    + "); start simrelay in the folder that holds config/ and routes/");
        }
        return new Settings(file, properties, Map.copyOf(environment));
    }

    /** The value of a key, from the environment or the file; in each the key itself goes before {@code <key>-file}. */
    public Optional<String> find(String key) {
        return inEnvironment(key)
                .or(() -> inEnvironment(key + "-file").map(path -> secret(key, Path.of(path))))
                .or(() -> inFile(key))
                .or(() -> inFile(key + "-file").map(path -> secret(key, Path.of(path))));
    }

    /**
     * The value of a key that must be there.
     *
     * @throws SettingsException naming the key and both places it can be set in
     */
    public String require(String key) {
        return find(key)
                .orElseThrow(() -> new SettingsException(
                        key + " is not set; set " + variable(key) + " in the environment or " + key + " in " + file));
    }

    /** A whole number from {@code least} to {@code most}. */
    public int integer(String key, int least, int most) {
        String text = require(key);
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid(key, text, "a whole number from " + least + " to " + most);
    }

    /** A whole number from {@code least} on; null where it is not set. */
    public @Nullable Long optional(String key, long least) {
        String text = find(key).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid(key, text, "a whole number from " + least + " on");
    }

    /** A number above zero. */
    public double positive(String key) {
        String text = require(key);
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value < Double.MAX_VALUE) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid(key, text, "a number above zero");
    }

    /** A duration in Camel's form: {@code 25s}, {@code 1m30s}, or milliseconds. */
    public Duration duration(String key) {
        String text = require(key);
        Long millis = Durations.millis(text);
        if (millis == null || millis <= 0) {
            throw invalid(key, text, "a duration such as 25s");
        }
        return Duration.ofMillis(millis);
    }

    /** Whether a vendor takes part: {@code <vendor>.enabled}, true unless set to false. */
    public boolean enabled(String vendor) {
        return flag(vendor + ".enabled", true);
    }

    /** A yes or no. */
    public boolean flag(String key, boolean unset) {
        String text = find(key).orElse(String.valueOf(unset)).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(key, text, "true or false");
        }
        return text.equals("true");
    }

    /** All keys that start with a prefix and are set in the file or, among {@code known}, in the environment. */
    public Set<String> keys(String prefix, Set<String> known) {
        Set<String> keys = new TreeSet<>();
        properties.stringPropertyNames().stream()
                .filter(k -> k.startsWith(prefix))
                .forEach(keys::add);
        known.stream()
                .map(k -> prefix + k)
                .filter(k -> environment.containsKey(variable(k)) || environment.containsKey(variable(k + "-file")))
                .forEach(keys::add);
        return keys;
    }

    /** The environment variable that overrides a key. */
    public static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The file that was read, for messages. */
    public Path file() {
        return file;
    }

    private Optional<String> inEnvironment(String key) {
        return given(environment.get(variable(key)));
    }

    private Optional<String> inFile(String key) {
        return given(properties.getProperty(key));
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(v -> !v.isEmpty());
    }

    private static String secret(String key, Path path) {
        try {
            String text = Files.readString(path).strip();
            if (!text.isEmpty()) {
                return text;
            }
        } catch (IOException e) {
            throw new SettingsException(
                    key + "-file names " + path + ", which cannot be read; create it or mend the path");
        }
        throw new SettingsException(key + "-file names " + path + ", which is empty; put the secret in it");
    }

    /** What to say of a value that is none of what is wanted. */
    SettingsException invalid(String key, String text, String wanted) {
        return new SettingsException(key + " is \"" + text + "\" but must be " + wanted + "; set " + variable(key)
                + " in the environment or mend " + file);
    }
}
