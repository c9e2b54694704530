package org.simrelay.source;

import com.carrotsearch.hppc.LongHashSet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.inventory.CardHash;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.CursorRequest;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.SortedAnswer;
import org.simrelay.sweep.SourceStatus;

/**
 * A list in parts, each of which tells where the next begins; asked one after the other. It ends where a part tells no cursor, and
 * nowhere else. A cursor that comes twice would lead in a circle: reading stops, and the sweep is partial.
 */
public final class CursorSource implements CardSource {

    private final int mostParts;
    private final int minPasses;
    private final int maxPasses;
    // by a 64-bit fingerprint, as in pages
    private final LongHashSet seen = new LongHashSet();
    private LongHashSet cursors = new LongHashSet();
    private UnnumberedItems unnumbered = new UnnumberedItems();
    private JsonNode cursor = NullNode.instance;
    private int pass = 1;
    private int part;
    private long fresh;
    private @Nullable Long total;
    private boolean inFlight;
    private boolean ended;
    private @Nullable String doubt;

    public CursorSource(int mostParts, int minPasses, int maxPasses) {
        this.mostParts = mostParts;
        this.minPasses = minPasses;
        this.maxPasses = maxPasses;
    }

    @Override
    public synchronized @Nullable Request next() {
        if (inFlight || ended || doubt != null) {
            return null;
        }
        if (part == mostParts) {
            doubt = "the list goes on behind part " + mostParts + ", where reading stops";
            return null;
        }
        inFlight = true;
        return CursorRequest.of(++part, pass, cursor);
    }

    @Override
    public synchronized SortedAnswer sort(Request request, Answer answer) {
        List<Item> publish = new ArrayList<>(answer.items().size());
        UnnumberedItems.Page without = unnumbered.on(part);
        int duplicates = 0;
        for (Item item : answer.items()) {
            long card = item.card() == null ? without.fingerprint(item.node()) : CardHash.of(item.card());
            if (seen.add(card)) {
                publish.add(item);
                fresh++;
            } else {
                duplicates++;
            }
        }
        Long told = answer.total();
        // a total that vanishes from a later part, or is zero there, is a fault: the one before holds
        boolean vanished = part > 1 && total != null && (told == null || told == 0);
        total = vanished || told == null ? total : told;
        inFlight = false;
        follow(answer.next());
        return new SortedAnswer(publish, List.of(), List.of(), List.of(), duplicates, 0);
    }

    private void follow(JsonNode next) {
        if (next.isNull() || next.isMissingNode()) {
            passEnded();
        } else if (!cursors.add(CardHash.of(next.toString()))) {
            doubt = "the list's cursor came twice, after part " + part;
        } else {
            cursor = next;
        }
    }

    private void passEnded() {
        Long told = total;
        boolean whole = told == null || seen.size() >= told;
        if (whole && pass >= minPasses && (pass == 1 || fresh == 0)) {
            ended = true;
        } else if (pass >= maxPasses) {
            doubt = "the list moved in each of " + pass + " passes, or lacks cards of its total: its last total was "
                    + told + ", " + seen.size() + " cards were seen, " + fresh + " of them in the last pass alone";
        } else {
            pass++;
            part = 0;
            fresh = 0;
            cursor = NullNode.instance;
            cursors = new LongHashSet();
            unnumbered = new UnnumberedItems();
        }
    }

    @Override
    public synchronized void finished(Request request) {
        if (request.tally().isUnread()) {
            inFlight = false;
            doubt = SourceStatus.PART_UNREAD;
        }
    }

    @Override
    public synchronized SourceStatus status() {
        return SourceStatus.ofList(
                expected(),
                unasked(),
                doubt == null && !ended ? "the list was not read to its end" : doubt,
                1,
                minPasses);
    }

    /** All cards seen, once the list has ended; before that, what its total says where that is more. */
    private @Nullable Long expected() {
        if (ended) {
            return (long) seen.size();
        }
        return total == null ? null : (Long) Math.max(total, seen.size());
    }

    private @Nullable Long unasked() {
        if (ended) {
            return 0L;
        }
        Long told = total;
        return told == null || told <= seen.size() ? null : (Long) (told - seen.size());
    }
}
