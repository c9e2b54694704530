package org.simrelay.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.simrelay.check.Finding.Severity;
import org.simrelay.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong and what may be, gathered until all has been looked at; each is said once. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> passing = new HashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> told = new LinkedHashSet<>();

    void add(String problem) {
        problems.add(problem);
    }

    void addAll(Collection<String> some) {
        problems.addAll(some);
    }

    /** What may be meant, and stops nothing. */
    void warn(String doubt) {
        warnings.add(doubt);
    }

    /** Runs a check; false where it finds something wrong. */
    boolean attempt(Runnable check) {
        try {
            check.run();
            return true;
        } catch (SettingsException e) {
            problems.addAll(e.problems());
            if (e.isPassing()) {
                passing.addAll(e.problems());
            }
            return false;
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Whether a warning is said that a check answers to. */
    boolean isWarned(Predicate<String> kind) {
        return warnings.stream().anyMatch(kind);
    }

    /** Whether an error is said that a check answers to. */
    boolean isSaid(Predicate<String> kind) {
        return problems.stream().anyMatch(kind);
    }

    /** The errors, and behind them the warnings. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        problems.forEach(problem -> findings.add(Finding.of(Severity.ERROR, problem)));
        warnings.forEach(doubt -> findings.add(Finding.of(Severity.WARNING, doubt)));
        return findings;
    }

    /** Logs the warnings that it has not logged yet. */
    void log() {
        warnings.stream().filter(told::add).forEach(LOG::warn);
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
