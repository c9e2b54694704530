package org.simrelay.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.simrelay.config.Installation;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** What stands for credentials that are not set, where no vendor is asked. */
public final class CredentialStandIns {

    static final String VALUE = "not-set-here";

    private CredentialStandIns() {}

    /** Variables of the environment for the credentials that the calls of the route files name, and that are not set. */
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
        return variables;
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
