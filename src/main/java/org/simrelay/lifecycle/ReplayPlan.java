package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.simrelay.inventory.CardHash;
import org.simrelay.sweep.SweepId;

/** What a replay would ask, before it asks: of each poll and account how many cards in how many requests, or a whole sweep. */
public final class ReplayPlan {

    private static final class Part {
        private final LongHashSet cards = new LongHashSet();
        private long nameless;
        private long failures;
    }

    private final Replay.Runner runner;
    private final Map<String, Map<String, Part>> polls = new TreeMap<>();

    public ReplayPlan(Replay.Runner runner) {
        this.runner = runner;
    }

    /** One that is to be replayed; of its cards a fingerprint is kept. */
    public void add(OpenFailure failure) {
        Part part = polls.computeIfAbsent(failure.poll(), poll -> new TreeMap<>())
                .computeIfAbsent(failure.account(), account -> new Part());
        part.failures++;
        List<String> cards = failure.cards();
        if (cards == null) {
            part.nameless++;
        } else {
            cards.forEach(card -> part.cards.add(CardHash.of(card)));
        }
    }

    /** A line for each poll and account. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        polls.forEach((poll, accounts) -> accounts.forEach(
                (account, part) -> lines.add(SweepId.key(poll, account) + ": " + words(poll, account, part))));
        return lines;
    }

    private String words(String poll, String account, Part part) {
        String of = number(part.failures, "failure");
        if (!runner.has(poll) || !runner.hasAccount(poll, account)) {
            return "nothing is asked for " + of + ": there is no such poll or account here, or it is switched off";
        }
        int batch = runner.cardsPerRequest(poll);
        if (batch == 0) {
            return "a whole sweep for " + of + ", since the vendor gives its cards as a list";
        }
        if (part.nameless > 0) {
            return "a whole sweep for " + of + ", since " + part.nameless + " of them "
                    + (part.nameless == 1 ? "does" : "do") + " not name the cards";
        }
        long cards = part.cards.size();
        return number(cards, "card") + " in " + number((cards + batch - 1) / batch, "request") + " or more for " + of;
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
