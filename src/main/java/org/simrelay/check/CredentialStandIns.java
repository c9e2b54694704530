package org.simrelay.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.simrelay.config.Installation;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.SecretNames;

/** What stands for credentials that are not set, where no vendor is asked. */
public final class CredentialStandIns {

    static final String VALUE = "not-set-here";

    private static final String FILE = "-file";
    private static final String JAAS = "kafka.sasl.jaas.config";

    private CredentialStandIns() {}

    /**
     * Variables of the environment for the credentials that the calls of the route files name, and that are not set, and for other secrets
     * whose files are not here: those of Kafka, of the page.
     */
    public static Map<String, String> of(Installation home) {
        Map<String, List<String>> accounts =
                KnownAccounts.of(home.settings(), home.files().vendors());
        Map<String, String> variables = new HashMap<>();
        for (String text : home.files().onDisk().texts()) {
            for (String key : CredentialKeys.of(text, accounts)) {
                if (!isSet(home.settings(), key)) {
                    variables.put(Settings.variable(key), VALUE);
                }
            }
        }
        for (String key : home.settings().keys("", Set.of())) {
            String secret = key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : "";
            if (!secret.isEmpty() && SecretNames.isSecret(secret) && !isSet(home.settings(), secret)) {
                variables.put(Settings.variable(secret), secret.equals(JAAS) ? login(home.settings()) : VALUE);
            }
        }
        return variables;
    }

    private static String login(Settings settings) {
        String module = SaslForm.module(settings.find("kafka.sasl.mechanism").orElse("PLAIN"));
        return module + " required username=\"" + VALUE + "\" password=\"" + VALUE + "\";";
    }

    /** A file of a secret may be where the service runs alone. */
    private static boolean isSet(Settings settings, String key) {
        try {
            return settings.find(key).isPresent();
        } catch (SettingsException e) {
            return false;
        }
    }
}
