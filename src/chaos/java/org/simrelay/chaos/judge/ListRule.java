package org.simrelay.chaos.judge;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.simrelay.sandbox.vendor.ListState;

/** A complete sweep of a list has each card that was in it all the time, and none that never was. */
final class ListRule implements Rule {
    /** With more changes than this in one sweep a card can slip from one page to the other in each pass. */
    private static final int FEW_CHANGES = 1;

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        for (SweepFacts sweep : evidence.sweeps().values()) {
            if (sweep.ends().size() == 1 && !sweep.isOfInventory() && !sweep.isReplay() && !sweep.isSkipped()) {
                sweep(evidence, sweep, found);
            }
        }
    }

    private static void sweep(Evidence evidence, SweepFacts sweep, Consumer<Finding> found) {
        List<ListState> history = evidence.arrears();
        Set<String> always = null;
        Set<String> ever = new HashSet<>();
        int states = 0;
        for (int i = 0; i < history.size(); i++) {
            Instant until = i + 1 < history.size() ? history.get(i + 1).since() : Instant.MAX;
            if (!history.get(i).since().isAfter(sweep.to()) && !until.isBefore(sweep.from())) {
                states++;
                ever.addAll(history.get(i).cards());
                if (always == null) {
                    always = new HashSet<>(history.get(i).cards());
                } else {
                    always.retainAll(Set.copyOf(history.get(i).cards()));
                }
            }
        }
        Set<String> strange = Rule.without(sweep.published(), ever);
        if (!strange.isEmpty()) {
            found.accept(new Finding(
                    "list", sweep.id() + " published cards that were never in the list: " + Rule.few(strange)));
        }
        Set<String> cleared = sweep.cleared();
        cleared.retainAll(always == null ? Set.of() : always);
        if (states <= FEW_CHANGES + 1 && !cleared.isEmpty()) {
            found.accept(new Finding(
                    "cleared", sweep.id() + " says that cards have left which stayed: " + Rule.few(cleared)));
        }
        Set<String> lost = Rule.without(always == null ? Set.of() : always, sweep.published());
        if (!sweep.outcome().equals("complete") || states > FEW_CHANGES + 1) {
            return;
        }
        Unchanged.look(evidence, sweep, lost, 0, found);
        if (lost.size() > Math.max(0, sweep.number("unchanged"))) {
            found.accept(new Finding(
                    "list",
                    sweep.id() + " is complete without cards that stayed: " + Rule.few(lost) + "; " + sweep.end()));
        }
    }
}
