package org.simrelay.lifecycle;

import com.carrotsearch.hppc.LongHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.simrelay.inventory.CardHash;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log has said of failed requests: what fails again in the next sweep of its poll as it did in the last is counted there
 * and not told as news. Thread-safe.
 */
public final class ToldFailures implements SweepListener {

    private static final Logger LOG = LoggerFactory.getLogger(ToldFailures.class);
    // what is beyond that is told each time
    private static final int MOST_REMEMBERED = 20_000;

    /** Of one poll and account: fingerprints of what failed in this sweep, in the last one, and in one before that which stopped. */
    private static final class Told {
        private LongHashSet before = new LongHashSet();
        private LongHashSet unasked = new LongHashSet();
        private LongHashSet now = new LongHashSet();
        private long again;
    }

    private final Map<String, Told> polls = new ConcurrentHashMap<>();

    /**
     * Whether it is to be told: it did not fail in the last sweep, or in another way.
     *
     * @param cards it is about; empty where they are not known
     */
    public boolean isNews(Sweep sweep, Request request, List<String> cards, RequestFailure failure) {
        long what = CardHash.of((cards.isEmpty() ? request.id() : String.join(",", cards)) + "|" + failure.outcome()
                + "|" + failure.code() + "|" + kind(failure.reason()));
        Told told = polls.computeIfAbsent(sweep.id().key(), key -> new Told());
        synchronized (told) {
            if (told.now.size() < MOST_REMEMBERED) {
                told.now.add(what);
            }
            boolean isNew = !told.before.contains(what) && !told.unasked.contains(what);
            told.again += isNew ? 0 : 1;
            return isNew;
        }
    }

    /** Times, ports and counts in a reason are new each time and say nothing new. */
    private static String kind(String reason) {
        return reason.replaceAll("[0-9]+", "#");
    }

    @Override
    public void ended(Sweep sweep, SweepEnd end) {
        Told told = polls.get(sweep.id().key());
        if (told == null) {
            return;
        }
        synchronized (told) {
            if (told.again > 0) {
                LOG.info(
                        "{}: requests that failed as they did in the sweep before: {}, not told again",
                        sweep,
                        told.again);
            }
            // one that stopped has not asked for all that failed before; it is asked by the next, or was mended long
            // since
            told.unasked = sweep.stopped() ? told.before : new LongHashSet();
            told.before = told.now;
            told.now = new LongHashSet();
            told.again = 0;
        }
    }
}
