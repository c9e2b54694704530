package org.simrelay.records;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.simrelay.sweep.SweepId;

/** Entries of one sweep that commit together, and who waits for that. */
record LedgerGroup(List<LedgerEntry> entries, CompletableFuture<Said> said) {
    /** What is spent of a budget stands apart: it is the account's, and waits for no poll of it. */
    static List<LedgerGroup> of(List<LedgerEntry> entries, CompletableFuture<Said> said) {
        List<LedgerEntry> budget =
                entries.stream().filter(LedgerEntry::isBudget).toList();
        List<LedgerEntry> others =
                entries.stream().filter(entry -> !entry.isBudget()).toList();
        if (budget.isEmpty() || others.isEmpty()) {
            return List.of(new LedgerGroup(List.copyOf(entries), said));
        }
        return List.of(new LedgerGroup(others, said), new LedgerGroup(budget, new CompletableFuture<>()));
    }

    String sweep() {
        return entries.get(0).sweep();
    }

    /** Whose it is, and waits for what was said of that before: its sweep's poll; the account for what is spent of a budget. */
    String poll() {
        LedgerEntry first = entries.get(0);
        return first.isBudget()
                ? first.account()
                : Objects.requireNonNullElse(SweepId.keyOf(first.sweep()), first.sweep());
    }
}
