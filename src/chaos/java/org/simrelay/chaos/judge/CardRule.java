package org.simrelay.chaos.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.simrelay.chaos.world.InventoryFile.Version;

/** Each card of the inventory, as it was when the sweep began, has exactly one outcome. */
final class CardRule implements Rule {
    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        for (SweepFacts sweep : evidence.sweeps().values()) {
            if (sweep.ends().size() == 1 && sweep.isOfInventory() && !sweep.isReplay() && !sweep.isSkipped()) {
                sweep(evidence, sweep, found);
            }
        }
    }

    private static void sweep(Evidence evidence, SweepFacts sweep, Consumer<Finding> found) {
        boolean interrupted = sweep.isInterrupted(evidence);
        if (sweep.end().value().path("expected").isNull() || sweep.number("expected") < 0) {
            if (!sweep.published().isEmpty() && !interrupted) {
                found.accept(new Finding("expected", "nothing was expected and cards were published: " + sweep.end()));
            }
            return;
        }
        Set<String> named = sweep.named();
        Set<String> published = sweep.published();
        Set<String> twice = new TreeSet<>(named);
        twice.retainAll(published);
        boolean unsure = sweep.failures().values().stream()
                .anyMatch(f -> f.field("outcome").equals("unpublished"));
        if (!twice.isEmpty() && !interrupted && !unsure) {
            found.accept(new Finding("twice", sweep.id() + ": failed and published: " + Rule.few(twice)));
        }
        Set<String> told = new HashSet<>(published);
        told.addAll(named);
        Long counted = sweep.counted();
        if (counted == null) {
            return;
        }
        List<String> tried = new ArrayList<>();
        List<Finding> unchanged = new ArrayList<>();
        for (Version version : candidates(evidence, sweep, interrupted)) {
            Set<String> cards = new LinkedHashSet<>(version.cards());
            String wrong = wrong(sweep, cards, told, counted, interrupted);
            if (wrong == null) {
                // which of two inventories of the same size it read only shows in the cards of which it says nothing
                List<Finding> now = new ArrayList<>();
                Unchanged.look(evidence, sweep, Rule.without(cards, told), counted, now::add);
                if (now.isEmpty()) {
                    return;
                }
                unchanged.addAll(now);
            }
            tried.add("of " + version.from() + ": " + wrong);
        }
        if (!unchanged.isEmpty()) {
            found.accept(unchanged.get(0));
            return;
        }
        found.accept(new Finding(
                "cards", sweep.id() + " fits no inventory that it can have read: " + tried + "; " + sweep.end()));
    }

    private static @org.jspecify.annotations.Nullable String wrong(
            SweepFacts sweep, Set<String> cards, Set<String> told, long counted, boolean interrupted) {
        if (sweep.number("expected") != cards.size()) {
            return "it has " + cards.size() + " cards";
        }
        Set<String> silent = Rule.without(cards, told);
        Set<String> strange = Rule.without(told, cards);
        long accounted = counted + Math.max(0, sweep.number("unchanged"));
        if (silent.size() > accounted) {
            return "in silence " + Rule.few(silent) + ", counted or unchanged " + accounted;
        }
        if (!interrupted && !strange.isEmpty()) {
            return "not of the inventory " + Rule.few(strange);
        }
        return !interrupted && silent.size() < accounted
                ? "in silence " + silent.size() + ", counted or unchanged " + accounted
                : null;
    }

    /**
     * What the file held from when the sweep was due until it must have read it: before the vendor's first answer, or by its
     * end if it was interrupted. A file that was written a moment ago is read some seconds later.
     */
    private static List<Version> candidates(Evidence evidence, SweepFacts sweep, boolean interrupted) {
        Instant from = sweep.from();
        Instant to = interrupted ? sweep.to() : sweep.firstAnswer();
        List<Version> all = evidence.inventory();
        List<Version> can = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Instant until = i + 1 < all.size() ? all.get(i + 1).written().plusMillis(50) : Instant.MAX;
            if (!all.get(i).from().isAfter(to) && !until.isBefore(from)) {
                can.add(all.get(i));
            }
        }
        return can;
    }
}
