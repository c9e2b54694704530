package org.simrelay.check;

import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.PropertyLines;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;
import org.simrelay.mask.SecretNames;

/** Settings that are secrets by their names, beside the vendors' credentials: without a value, or with the example's placeholder. */
final class SecretValues {

    private static final Pattern EXAMPLE = Pattern.compile(
            "(?i)<.*>|\\$\\{.*}|…|\\.{3,}|\\*{3,}|x{4,}"
                    + "|change[-_ ]?(me|it|this)|replace[-_ ]?(me|this)|your[-_ ].*|todo|fixme|placeholder|tbd|填.*|请.*|你的.*|您的.*");
    private static final Pattern JAAS_PASSWORD = Pattern.compile("(?i)\\bpassword\\s*=\\s*(\"([^\"]*)\"|([^\\s;\"]+))");

    private SecretValues() {}

    /** Whether a value is what an example says instead of a secret. */
    static boolean isExample(String value) {
        return EXAMPLE.matcher(value).matches();
    }

    /** Looks at all that are set in the file or the environment. */
    static void look(Settings settings, Problems problems) {
        for (String key : settings.values().keys()) {
            if (SecretNames.isSecret(key)) {
                problems.attempt(() -> look(settings, key, problems));
            }
        }
        new TreeMap<>(settings.values().lines().entries()).forEach((key, line) -> empty(settings, key, line, problems));
    }

    private static void look(Settings settings, String key, Problems problems) {
        String value = settings.given(key).orElse("");
        Matcher password = JAAS_PASSWORD.matcher(value);
        boolean inJaas = key.endsWith("jaas.config") && password.find();
        String secret = !inJaas ? value : password.group(2) == null ? password.group(3) : password.group(2);
        if (isExample(secret)) {
            problems.add(key + " still " + (inJaas ? "has" : "is")
                    + " the example's placeholder; set what it stands for, at " + settings.place(key));
        }
    }

    private static void empty(Settings settings, String key, PropertyLines.Entry line, Problems problems) {
        String secret = SettingValues.withoutFile(key);
        if (SecretNames.isSecret(secret)
                && line.value().isBlank()
                && settings.given(secret).isEmpty()) {
            problems.warn(line.key() + " has no value, as if it were not set; add it, or remove the line: "
                    + settings.file() + " line " + line.line());
        }
    }
}
