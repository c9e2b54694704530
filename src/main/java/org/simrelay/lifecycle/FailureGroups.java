package org.simrelay.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.SweepId;

/** Open failures by poll and reason: as many as there may be, a bounded number of groups. */
public final class FailureGroups {

    private static final int MOST_GROUPS = 500;
    private static final String OTHERS = "(other reasons)";

    /**
     * Failures of one poll and account with one reason.
     *
     * @param poll the key of its records: the poll, or {@code <poll>.<account>}
     * @param reason outcome, the vendor's code, and its words in one of them
     * @param failures how many records
     * @param cards how many cards in those that tell
     * @param untold how many records do not tell
     * @param oldest when the first of their sweeps was due; null where no id tells
     */
    public record Group(String poll, String reason, long failures, long cards, long untold, @Nullable Instant oldest) {

        private Group with(OpenFailure failure) {
            JsonNode count = failure.value().path("count");
            Instant due = failure.due();
            boolean older = due != null && (oldest == null || due.isBefore(oldest));
            return new Group(
                    poll,
                    reason,
                    failures + 1,
                    cards + count.asLong(0),
                    untold + (count.isNumber() ? 0 : 1),
                    older ? due : oldest);
        }
    }

    private record Key(String poll, String outcome, String code) {}

    private final Map<Key, Group> groups = new HashMap<>();

    /** One more. */
    public void add(OpenFailure failure) {
        String poll = SweepId.key(failure.poll(), failure.account());
        String outcome = failure.value().path("outcome").asText();
        String code = failure.value().path("code").asText("");
        Key key = new Key(poll, outcome, code.equals("null") ? "" : code);
        String reason = outcome + (key.code().isEmpty() ? "" : " " + code) + ": "
                + failure.value().path("message").asText();
        if (!groups.containsKey(key) && groups.size() >= MOST_GROUPS) {
            key = new Key("…", OTHERS, "");
            reason = OTHERS;
        }
        Group group = groups.computeIfAbsent(key, k -> new Group(k.poll(), "", 0, 0, 0, null));
        String shown = group.reason().isEmpty() ? reason : group.reason();
        groups.put(
                key,
                new Group(group.poll(), shown, group.failures(), group.cards(), group.untold(), group.oldest())
                        .with(failure));
    }

    /** By poll, the most frequent reason first. */
    public List<Group> list() {
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparing(Group::poll)
                .thenComparing(Comparator.comparingLong(Group::failures).reversed())
                .thenComparing(Group::reason));
        return sorted;
    }
}
