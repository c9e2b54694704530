package org.simrelay.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.SweepId;

/**
 * The failures that one sweep replays.
 *
 * @param due when the sweep was due that they are of; null where what the poll asks does not depend on it
 */
record ReplayGroup(String poll, String account, @Nullable Instant due, List<OpenFailure> failures) {

    private record Key(String poll, String account, @Nullable Instant due) {}

    /** The groups of failures, in the order of the first of each. */
    static List<ReplayGroup> all(List<OpenFailure> open, Replay.Runner runner) {
        Map<Key, List<OpenFailure>> groups = new LinkedHashMap<>();
        for (OpenFailure failure : open) {
            boolean byTime = runner.has(failure.poll()) && runner.asksByTime(failure.poll());
            Key key = new Key(failure.poll(), failure.account(), byTime ? failure.due() : null);
            groups.computeIfAbsent(key, g -> new ArrayList<>()).add(failure);
        }
        return groups.entrySet().stream()
                .map(group -> new ReplayGroup(
                        group.getKey().poll(),
                        group.getKey().account(),
                        group.getKey().due(),
                        group.getValue()))
                .toList();
    }

    String key() {
        return SweepId.key(poll, account);
    }

    /** The cards they are about, as far as they are known. */
    Set<String> cards() {
        Set<String> cards = new TreeSet<>();
        failures.forEach(failure -> {
            if (failure.cards() != null) {
                cards.addAll(failure.cards());
            }
        });
        return cards;
    }

    /** Whether a failure is of cards that are not known, so that the whole poll is asked again. */
    boolean isWhole() {
        return failures.stream().anyMatch(failure -> failure.cards() == null);
    }
}
