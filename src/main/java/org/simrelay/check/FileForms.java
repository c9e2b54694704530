package org.simrelay.check;

import java.util.Collection;
import org.simrelay.config.Settings;

/** Lines in the settings' file that are those of other files: of a shell, an INI file, JavaScript or the environment. */
final class FileForms {

    private FileForms() {}

    /** What is wrong with a line by its key, with the remedy; empty where it is none of these. */
    static String words(String key, Collection<String> known) {
        if (key.matches("<{7}.*|>{7}.*")) {
            return Conflict.WORDS;
        }
        if (key.startsWith("[")) {
            return key
                    + " is read by nobody: this file has no sections; remove the line, and write whole keys such as iotbos.url";
        }
        if (key.startsWith("//") || key.startsWith(";") || key.startsWith("--")) {
            return "the line begins with " + key.replaceFirst("^(//|;|--).*", "$1")
                    + ", but a comment begins with #; write that";
        }
        if (key.equals("export") || key.equals("set")) {
            return "the line begins with " + key + ", as in a shell; write <key>=<value> alone";
        }
        if (key.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")) {
            return known.stream()
                    .filter(one -> Settings.variable(one).equals(key) || key.equals(Settings.variable(one) + "_FILE"))
                    .findFirst()
                    .map(one -> key + " is the name of an environment variable, which nobody reads here; write " + one
                            + (key.endsWith("_FILE") ? "-file" : "") + " in this file")
                    .orElse("");
        }
        return "";
    }
}
