package org.simrelay.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which vendors and polls take part: {@code <vendor>.enabled} and {@code <vendor>.<query>.enabled}. What sets neither takes part,
 * unless its route file says otherwise beside the key: <code>precondition: "{{acme.roaming.enabled:false}}"</code>. A poll's
 * default stands in its file, a vendor's in {@code <vendor>-sweep.camel.yaml}.
 */
public final class Switches {

    private static final String ENDING = ".enabled";

    private final Settings settings;
    private final boolean lenient;
    private final boolean all;

    /** @param lenient whether what is no yes or no is on, and not refused */
    Switches(Settings settings, boolean lenient) {
        this(settings, lenient, false);
    }

    private Switches(Settings settings, boolean lenient, boolean all) {
        this.settings = settings;
        this.lenient = lenient;
        this.all = all;
    }

    /** The same, for one who says himself what is no yes or no. */
    Switches lenient() {
        return new Switches(settings, true);
    }

    /** Of which each is on, whatever is set. */
    Switches everything() {
        return new Switches(settings, true, true);
    }

    /** The key of a poll's switch: {@code cmiot.arrearage.enabled}. */
    public static String key(String poll) {
        return poll.replaceFirst("-", ".") + ENDING;
    }

    /** The key of a vendor's switch. */
    public static String ofVendor(String vendor) {
        return vendor + ENDING;
    }

    /**
     * Whether a switch is on.
     *
     * @param file where its default would stand; it need not be there
     * @throws SettingsException when it is set to what is no yes or no
     */
    boolean isOn(String key, Path file) {
        if (all) {
            return true;
        }
        Optional<String> given = settings.given(key);
        if (given.isEmpty()) {
            return !byDefault(key, file).equals(Optional.of("false"));
        }
        return lenient ? !given.get().equalsIgnoreCase("false") : settings.flag(key, true);
    }

    private static Optional<String> byDefault(String key, Path file) {
        if (!RouteFolder.isFile(file)) {
            return Optional.empty();
        }
        try {
            return Placeholders.byDefault(TextFile.read(file), key);
        } catch (IOException | SettingsException e) {
            // said where the file itself is looked at
            return Optional.empty();
        }
    }
}
