package org.simrelay.chaos.judge;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One ce_id is one fact: what comes twice under it says the same. */
final class IdRule implements Rule {
    private static final Set<String> LEDGER = Set.of("sim.sweeps", "sim.failures");

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        Map<String, Read> first = new HashMap<>();
        for (Read read : evidence.records()) {
            if (read.topic().equals("sim.checkpoints")) {
                continue;
            }
            Read before = first.putIfAbsent(read.topic() + " " + read.id(), read);
            if (before != null && !before.text().equals(read.text()) && !mayDiffer(before, read)) {
                found.accept(new Finding("one-id", "two facts under one ce_id: " + before + " AND " + read));
            }
            if (read.id().isEmpty() || !"1.0".equals(read.headers().get("ce_specversion"))) {
                found.accept(new Finding("envelope", "no CloudEvent: " + read + " " + read.headers()));
            }
        }
    }

    /**
     * A card that a reply lacked may be in the next one; one whose item was broken likewise. A beginning that two processes say, or
     * one that was started anew, is a duplicate for subscribers to drop, whichever moment it names.
     */
    private static boolean mayDiffer(Read one, Read other) {
        if (one.field("phase").equals("started") && other.field("phase").equals("started")) {
            return true;
        }
        return !LEDGER.contains(one.topic())
                && (one.field("result").equals("missing")
                        || other.field("result").equals("missing")
                        || one.text().contains("huge-")
                        || other.text().contains("huge-"));
    }
}
