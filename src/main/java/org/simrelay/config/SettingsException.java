package org.simrelay.config;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.simrelay.mask.Visible;

/** Settings that are missing or wrong: a line a problem, each names the key and the remedy and holds no secret. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;
    private boolean passes;

    /** One problem; where what it says has lines, all but the first are indented. */
    public SettingsException(String problem) {
        this(List.of(problem));
    }

    /** Each by itself, as it was given. */
    public List<String> problems() {
        return problems;
    }

    /** Several, each as if alone. */
    public SettingsException(Collection<String> problems) {
        super(problems.stream().map(Visible::block).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** This one, now of something that may have passed at the next start, as Kafka being away. */
    public SettingsException passing() {
        passes = true;
        return this;
    }

    /** Whether it may have passed at the next start; what is set wrong does not. */
    public boolean isPassing() {
        return passes;
    }
}
