package org.simrelay.source;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.CardHash;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.PageRequest;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.SortedAnswer;
import org.simrelay.sweep.SourceStatus;

/**
 * A list in pages. It may move while it is read, so it is read in passes until one settles it: the second at the earliest that
 * sees no card which those before had not seen, or the bound is met. Each card is published once, whatever the pass it was seen in.
 */
public final class PageSource implements CardSource {

    private final int size;
    private final int mostPages;
    private final int minPasses;
    private final int maxPasses;
    // by a 64-bit fingerprint: were two cards ever to share one, the list would count short of its total, and be read
    // again
    private final LongHashSet seen = new LongHashSet();
    private ListPass reading;
    private UnnumberedItems unnumbered = new UnnumberedItems();
    private boolean settled;
    private int inFlight;

    public PageSource(int size, int mostPages, int minPasses, int maxPasses) {
        this.size = size;
        this.mostPages = mostPages;
        this.minPasses = minPasses;
        this.maxPasses = maxPasses;
        this.reading = new ListPass(1, size, mostPages, true);
    }

    @Override
    public synchronized @Nullable Request next() {
        int page = reading.next();
        if (page == 0 && inFlight == 0 && mayReadAgain()) {
            reading = new ListPass(reading.number() + 1, size, mostPages, seen.isEmpty());
            unnumbered = new UnnumberedItems();
            page = reading.next();
        }
        if (page == 0) {
            return null;
        }
        inFlight++;
        return PageRequest.of(page, reading.number());
    }

    @Override
    public SortedAnswer sort(Request request, Answer answer) {
        return unseen(request, answer, CardHash.of(answer.cards()));
    }

    private synchronized SortedAnswer unseen(Request request, Answer answer, long[] fingerprints) {
        List<Item> publish = new ArrayList<>(fingerprints.length);
        UnnumberedItems.Page without = unnumbered.on(request.page());
        int duplicates = 0;
        int fresh = 0;
        for (int i = 0; i < fingerprints.length; i++) {
            Item item = answer.items().get(i);
            long card = item.card() == null ? without.fingerprint(item.node()) : fingerprints[i];
            boolean isNew = seen.add(card);
            fresh += reading.saw(card, isNew) ? 1 : 0;
            if (isNew) {
                publish.add(item);
            } else {
                duplicates++;
            }
        }
        boolean again = reading.answered(request.page(), answer.items().size(), answer.total(), fresh);
        if (!again) {
            inFlight--;
        }
        List<Request> follow = again ? List.of(((PageRequest) request).reread()) : List.of();
        return new SortedAnswer(publish, List.of(), List.of(), follow, duplicates, 0);
    }

    @Override
    public synchronized void finished(Request request) {
        if (request.tally().isUnread()) {
            inFlight--;
            reading.unread(request.page());
        }
    }

    @Override
    public synchronized SourceStatus status() {
        return SourceStatus.ofPages(expected(), unasked(), doubt(), size, minPasses, reading.total());
    }

    /** All cards seen, once the list is settled; before that, what its total says where that is more. */
    private @Nullable Long expected() {
        Long total = reading.total();
        if (settled || (total == null && reading.ended())) {
            return (long) seen.size();
        }
        return total == null ? null : (Long) Math.max(total, seen.size());
    }

    /** Before the list is settled nobody can know that there is none. */
    private @Nullable Long unasked() {
        if (settled) {
            return 0L;
        }
        Long total = reading.total();
        Long unasked = reading.number() == 1 || total == null ? reading.unasked() : (Long) (total - seen.size());
        return unasked == null || unasked <= 0 ? null : unasked;
    }

    private @Nullable String doubt() {
        if (settled) {
            return null;
        }
        if (reading.unread()) {
            return SourceStatus.PART_UNREAD;
        }
        if (reading.capped()) {
            return "the list goes on behind page " + mostPages + ", where reading stops";
        }
        return "the list moved in each of " + reading.number()
                + " passes, or lacks cards of its total: its last total was "
                + reading.total() + ", " + seen.size() + " cards were seen, " + reading.unseen()
                + " of them in the last pass alone";
    }

    /** A pass is over: whether another one follows it. */
    private boolean mayReadAgain() {
        settled = settled || (reading.number() >= minPasses && reading.settles(seen.size()));
        return !settled && !reading.unread() && !reading.capped() && reading.number() < maxPasses;
    }
}
