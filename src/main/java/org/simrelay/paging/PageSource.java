package org.simrelay.paging;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.reply.Items;
import org.simrelay.sweep.CardHash;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sorted;

/**
 * A list in pages. When a reading does not fit together the list moved while it was read: it is read again until two
 * readings agree, or the bound is met. Each card is published once, whatever the reading it was seen in.
 */
final class PageSource implements CardSource {

    private final Items items;
    private final int size;
    private final int mostPages;
    private final int leastReadings;
    private final int mostReadings;
    // by a 64-bit fingerprint: were two cards ever to share one, the list would count short of its total, and be read
    // again
    private final LongHashSet seen = new LongHashSet();
    private Reading reading;
    private @Nullable Reading before;
    private boolean agreed;
    private int inFlight;

    PageSource(Items items, int size, int mostPages, int leastReadings, int mostReadings) {
        this.items = items;
        this.size = size;
        this.mostPages = mostPages;
        this.leastReadings = leastReadings;
        this.mostReadings = mostReadings;
        this.reading = new Reading(1, size, mostPages);
    }

    @Override
    public synchronized @Nullable Request next() {
        int page = reading.next();
        if (page == 0 && inFlight == 0 && mayReadAgain()) {
            before = reading;
            reading = new Reading(before.number() + 1, size, mostPages);
            page = reading.next();
        }
        if (page == 0) {
            return null;
        }
        inFlight++;
        return Request.ofPage(page, reading.number());
    }

    @Override
    public Items items() {
        return items;
    }

    @Override
    public Sorted sort(Request request, Answer answer) {
        return unseen(request, answer, fingerprints(request.page(), answer.items()));
    }

    private static long[] fingerprints(int page, List<Item> items) {
        long[] fingerprints = new long[items.size()];
        for (int i = 0; i < fingerprints.length; i++) {
            Item item = items.get(i);
            // items without a number may be of as many cards, though they look alike
            String key = item.card() == null ? page + "/" + i + "/" + item.node() : item.card();
            fingerprints[i] = CardHash.of(key);
        }
        return fingerprints;
    }

    private synchronized Sorted unseen(Request request, Answer answer, long[] fingerprints) {
        List<Item> publish = new ArrayList<>(fingerprints.length);
        int duplicates = 0;
        for (int i = 0; i < fingerprints.length; i++) {
            boolean unseen = seen.add(fingerprints[i]);
            reading.saw(fingerprints[i], unseen);
            if (unseen) {
                publish.add(answer.items().get(i));
            } else {
                duplicates++;
            }
        }
        boolean again = reading.answered(request.page(), answer.items().size(), answer.total());
        if (!again) {
            inFlight--;
        }
        List<Request> follow = again ? List.of(Request.ofPage(request.page(), reading.number())) : List.of();
        return new Sorted(publish, List.of(), List.of(), follow, duplicates, 0);
    }

    @Override
    public synchronized void unread(Request request) {
        inFlight--;
        reading.unread(request.page());
    }

    @Override
    public synchronized @Nullable Long expected() {
        Long total = reading.total();
        return total != null || !reading.ended() ? total : Long.valueOf(seen.size());
    }

    @Override
    public synchronized @Nullable Long unasked() {
        return reading.unasked();
    }

    @Override
    public int mostPerRequest() {
        return size;
    }

    @Override
    public synchronized long asks(Request request) {
        // an earlier reading may have published them
        return reading.number() == 1 ? reading.due(request.page()) : 0;
    }

    @Override
    public synchronized @Nullable String doubt() {
        if (reading.unread()) {
            return "a page stayed unread";
        }
        if (reading.capped()) {
            return "the list goes on behind page " + mostPages + ", where reading stops";
        }
        return settled()
                ? null
                : "the list moved in each of " + reading.number() + " readings: its last total was " + reading.total()
                        + ", the last reading saw " + reading.distinct() + " cards";
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private boolean mayReadAgain() {
        Reading earlier = before;
        agreed = earlier != null && reading.fits() && reading.agrees(earlier);
        return !settled() && !reading.unread() && !reading.capped() && reading.number() < mostReadings;
    }

    private boolean settled() {
        return agreed || (reading.number() == 1 && leastReadings == 1 && reading.fits());
    }
}
