package org.simrelay.check;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.simrelay.config.SettingsException;

/** What is wrong, gathered until all has been looked at. */
final class Problems {

    private final Set<String> problems = new LinkedHashSet<>();

    void add(String problem) {
        problems.add(problem);
    }

    void addAll(Collection<String> some) {
        problems.addAll(some);
    }

    /** Runs a check; false where it finds something wrong. */
    boolean attempt(Runnable check) {
        try {
            check.run();
            return true;
        } catch (SettingsException | IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /**
     * Ends the checks.
     *
     * @throws SettingsException with one line a problem, if there is any
     */
    void done() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
