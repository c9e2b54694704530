package org.simrelay.chaos.judge;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A part of the contract that a story is held against. */
interface Rule {
    void look(Evidence evidence, Consumer<Finding> found);

    /** A few of many, for a report. */
    static String few(Collection<?> all) {
        List<String> some = all.stream().map(Object::toString).sorted().limit(4).toList();
        return all.size() + " (" + String.join(", ", some) + (all.size() > 4 ? ", …" : "") + ")";
    }

    /** What is in one set and not in the other. */
    static Set<String> without(Collection<String> all, Collection<String> gone) {
        Set<String> left = new java.util.TreeSet<>(all);
        left.removeAll(Set.copyOf(gone));
        return left;
    }
}
