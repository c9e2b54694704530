package org.simrelay.chaos.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a story against the whole contract. */
public final class Judge {
    private static final int MOST_OF_A_RULE = 3;
    private final List<Rule> rules;
    private final Set<String> ignored;

    /**
     * Judges a service.
     *
     * @param schemas its folder {@code routes/schemas}
     * @param ignored names of rules whose findings do not count: for judging a state that is known to break them
     */
    public Judge(Path schemas, Set<String> ignored) {
        this.ignored = ignored;
        rules = List.of(
                new EndRule(),
                new StandstillRule(),
                new CardRule(),
                new ListRule(),
                new InnocentRule(),
                new ValueRule(),
                new FailureRule(),
                new IdRule(),
                new SecretRule(),
                new VendorRule(),
                new ProcessRule(),
                new CommandRule(),
                new DoneRule(),
                new ChangesRule(),
                new SchemaRule(schemas));
    }

    /** What breaks the contract; a few findings of each rule. */
    public List<Finding> judge(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Rule rule : rules) {
            rule.look(evidence, finding -> {
                if (!ignored.contains(finding.rule())
                        && counts.merge(finding.rule(), 1, Integer::sum) <= MOST_OF_A_RULE) {
                    findings.add(finding);
                }
            });
        }
        return findings;
    }
}
