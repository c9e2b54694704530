package org.simrelay.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.simrelay.check.CredentialStandIns;
import org.simrelay.config.Installation;

/** The installation that a command works on: that of the folder it was started in. */
final class Here {

    private static final Path FOLDER = Path.of("");

    private Here() {}

    /** With the process's environment. */
    static Installation open() {
        return Installation.open(FOLDER, System.getenv());
    }

    /**
     * Where no vendor is asked: what is not set of credentials has a stand-in.
     *
     * @param more variables that go before the process's
     */
    static Installation openWithStandIns(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(CredentialStandIns.of(Installation.open(FOLDER, environment)));
        environment.putAll(more);
        return Installation.open(FOLDER, environment);
    }
}
