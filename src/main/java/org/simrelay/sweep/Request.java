package org.simrelay.sweep;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One question of a sweep: a page, or a batch of cards. It is tried several times, by one thread at a time.
 */
public final class Request {

    private final String id;
    private final int page;
    private final long batch;
    private final List<String> cards;
    private final boolean last;
    private final boolean part;
    private final Attempts tries;
    private final AtomicBoolean done = new AtomicBoolean();
    private int published;
    private int failed;
    private boolean suspended;
    private boolean handedBack;
    private volatile boolean waits;
    private volatile boolean lost;
    private volatile long weight = -1;
    private volatile @Nullable List<String> publishing;

    private Request(String id, int page, long batch, List<String> cards, boolean last) {
        this(id, page, batch, cards, last, false, new Attempts());
    }

    private Request(String id, int page, long batch, List<String> cards, boolean last, boolean part, Attempts tries) {
        this.part = part;
        this.tries = tries;
        this.id = id;
        this.page = page;
        this.batch = batch;
        this.cards = cards;
        this.last = last;
    }

    /** A page, counted from 1, in the n-th reading of the list. */
    public static Request ofPage(int page, int reading) {
        return new Request(
                reading == 1 ? "page-" + page : "page-" + page + "-reading-" + reading, page, 0, List.of(), false);
    }

    /** A batch of cards, counted from 1. */
    public static Request ofBatch(long number, List<String> cards) {
        return new Request("batch-" + number, 0, number, List.copyOf(cards), false);
    }

    /** The cards of this batch that were not in its reply, asked for a last time. */
    public Request repeat(List<String> missing) {
        return new Request(id + "-again", 0, batch, List.copyOf(missing), true);
    }

    /** This page once more: its answer was short, and what was seen of it counts already. */
    public Request reread() {
        return new Request(id + "-again", page, 0, List.of(), true);
    }

    /**
     * One half of this batch, 1 or 2; a request of its own, with tries of its own.
     *
     * @param tokensAccepted how many replies the account's session has known to accept its token up to now
     */
    public Request half(int half, long tokensAccepted) {
        int middle = cards.size() / 2;
        List<String> own = half == 1 ? cards.subList(0, middle) : cards.subList(middle, cards.size());
        return new Request(id + "." + half, 0, batch, own, last, true, tries.ofPart(tokensAccepted));
    }

    /** Whether it came of a batch that was refused for its content. */
    public boolean isPart() {
        return part;
    }

    /** The same cards or page as a request that was not tried yet, handed back because it could not go out. */
    public Request untried() {
        Request same = new Request(id, page, batch, cards, last, part, tries.ofSame());
        same.handedBack = true;
        return same;
    }

    /** Whether it is a whole page or batch that was handed back without an answer. */
    public boolean isWholeAndUnasked() {
        return handedBack && (page > 0 || id.equals("batch-" + batch));
    }

    /** The sweep ends without it: whatever may still come of it is not counted. */
    void lose() {
        lost = true;
    }

    /** Whether the sweep ended without it. */
    public boolean lost() {
        return lost;
    }

    /** The request's name within its sweep, for records and logs. */
    public String id() {
        return id;
    }

    /** The page's number from 1; 0 for a batch. */
    public int page() {
        return page;
    }

    /** The number of the batch this request is or came of; 0 for a page. */
    public long batch() {
        return batch;
    }

    /** Cards of this request that Kafka acknowledged, or that are in sim.failures. */
    public void done(int published, int failed) {
        this.published += published;
        this.failed += failed;
    }

    /** Cards of this request that Kafka acknowledged. */
    public int published() {
        return published;
    }

    /** Cards of this request that are in sim.failures. */
    public int failed() {
        return failed;
    }

    /** The request is suspended for the next run to ask again. */
    public void suspend() {
        suspended = true;
    }

    /** Whether the request is suspended for the next run to ask again. */
    public boolean isSuspended() {
        return suspended;
    }

    /** The cards asked for; empty for a page. */
    public List<String> cards() {
        return cards;
    }

    /** Whether a card that is not in the reply is to be believed missing. */
    public boolean last() {
        return last;
    }

    /**
     * The request waits for its next try, or does so no more.
     *
     * @return whether it waited before
     */
    public boolean waits(boolean now) {
        boolean before = waits;
        waits = now;
        return before;
    }

    /** Its tries, and what they leave behind. */
    public Attempts attempts() {
        return tries;
    }

    /** The cards that came with the answer and are to be published or reported; null while there is no answer. */
    public @Nullable List<String> publishing() {
        return publishing;
    }

    /** These cards of the answer are now to be published or reported. From here on the request is not asked again. */
    public void publishing(List<String> cards) {
        publishing = cards;
    }

    /** Its records have so many bytes; true the first time it is said. */
    boolean tryWeigh(long bytes) {
        boolean first = weight < 0;
        if (first) {
            weight = bytes;
        }
        return first;
    }

    /** The bytes of its records; below zero before they are known. */
    long weight() {
        return weight;
    }

    /** True once: when the request is finished, answered or not. */
    boolean tryFinish() {
        return done.compareAndSet(false, true);
    }
}
