package org.simrelay.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.simrelay.config.SettingsException;

/** What is wrong, gathered until all has been looked at. */
final class Problems {

    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> passing = new HashSet<>();

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
            String problem = String.valueOf(e.getMessage());
            problems.add(problem);
            if (e instanceof SettingsException settings && settings.isPassing()) {
                passing.add(problem);
            }
            return false;
        }
    }

    /**
     * Ends the checks.
     *
     * @throws SettingsException with one line a problem, if there is any; it passes if each of them does
     */
    void done() {
        if (!problems.isEmpty()) {
            SettingsException all = new SettingsException(problems);
            throw passing.containsAll(problems) ? all.passing() : all;
        }
    }
}
