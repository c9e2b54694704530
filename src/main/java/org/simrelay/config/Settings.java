package org.simrelay.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Quoted;

/**
 * The settings of the service and of Camel: the environment first, then {@code config/application.properties}, then the
 * defaults. A key {@code a.b-c} is {@code A_B_C} in the environment. Any value may stand in a file that {@code <key>-file}
 * names. A value of the settings' file may name others, as <code>{{key}}</code>.
 */
public final class Settings {

    private final Path file;
    private final SettingValues values;

    private Settings(Path file, SettingValues values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads a file of settings.
     *
     * @param file the properties file, UTF-8
     * @param environment the variables that go before it
     * @throws SettingsException when the file cannot be read
     */
    public static Settings load(Path file, Map<String, String> environment) {
        try {
            PropertyLines lines = new PropertyLines(file.toString(), TextFile.read(file));
            SecretSettings.register(lines, environment);
            return new Settings(file, new SettingValues(file, lines, environment));
        } catch (IOException e) {
            throw Unreadable.of(file, e);
        }
    }

    /** The value of a key, or its default. */
    public Optional<String> find(String key) {
        return values.find(Keys.canonical(key));
    }

    /** The value of a key where the environment or the file sets it; in each the key itself goes before {@code <key>-file}. */
    public Optional<String> given(String key) {
        return values.given(Keys.canonical(key));
    }

    /**
     * The value of a key that must be there.
     *
     * @throws SettingsException naming the key and both places it can be set in
     */
    public String require(String key) {
        return find(key).orElseThrow(() -> new SettingsException(key + " is not set; set " + place(key)));
    }

    /** A whole number from {@code least} to {@code most}. */
    public int integer(String key, int least, int most) {
        return Math.toIntExact(valid(
                key,
                require(key),
                text -> ValueForms.whole(text, least, most),
                "a whole number from " + least + " to " + most));
    }

    /** A whole number from {@code least} on; null where it is not set. */
    public @Nullable Long optional(String key, long least) {
        String set = find(key).orElse(null);
        return set == null
                ? null
                : valid(
                        key,
                        set,
                        text -> ValueForms.whole(text, least, Long.MAX_VALUE),
                        "a whole number from " + least + " on");
    }

    /** A number above zero. */
    public double positive(String key) {
        return valid(key, require(key), ValueForms::positive, "a number above zero");
    }

    /** A duration in Camel's form: {@code 25s}, {@code 1m30s}, or milliseconds. */
    public Duration duration(String key) {
        return valid(key, require(key), ValueForms::duration, "a duration such as 25s, 1m30s or 7d");
    }

    /** A yes or no. */
    public boolean flag(String key, boolean unset) {
        return valid(key, find(key).orElse(String.valueOf(unset)), ValueForms::flag, "true or false");
    }

    /** All keys that start with a prefix and are set in the file or, among {@code known}, in the environment. */
    public Set<String> keys(String prefix, Set<String> known) {
        return values.keys(prefix, known);
    }

    /** The environment variable that overrides a key. */
    public static String variable(String key) {
        return Keys.canonical(key).toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The file that was read, for messages. */
    public Path file() {
        return file;
    }

    /** Where to mend a key: the place it is set in, or could be. */
    public String place(String key) {
        return values.place(Keys.canonical(key));
    }

    /** What is wrong with the form of the settings' file: messages with file and line. */
    public List<String> problems() {
        return values.lines().problems();
    }

    public SettingValues values() {
        return values;
    }

    private <T> T valid(String key, String text, Function<String, @Nullable T> form, String wanted) {
        T value = form.apply(text);
        if (value == null) {
            throw new SettingsException(
                    key + " is " + Quoted.of(text) + " but must be " + wanted + "; mend " + place(key));
        }
        return value;
    }
}
