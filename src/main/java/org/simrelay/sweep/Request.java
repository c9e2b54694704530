package org.simrelay.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One question of a sweep. It is tried several times, by one thread at a time. */
public abstract sealed class Request permits BatchRequest, PageRequest, CursorRequest, AccountRequest {

    private final String id;
    private final Attempts attempts;
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final CardTally tally = new CardTally();
    private boolean handedBack;
    private volatile boolean waits;
    private volatile boolean lost;
    private volatile @Nullable List<String> publishing;
    private volatile @Nullable ObjectNode asked;

    Request(String id, Attempts attempts) {
        this.id = id;
        this.attempts = attempts;
    }

    /** The request's name within its sweep, for records and logs. */
    public final String id() {
        return id;
    }

    /** What the poll's JSLT may name beside what the sweep gives: {@code $cards} and {@code $card}, {@code $page}, {@code $cursor}. */
    public abstract Map<String, JsonNode> variables();

    /** The cards asked for; empty where only the vendor knows them. */
    public List<String> cards() {
        return List.of();
    }

    /** Whether it names the cards it asks for. */
    public final boolean namesCards() {
        return !cards().isEmpty();
    }

    /** The page's number from 1; 0 where it asks for none. */
    public int page() {
        return 0;
    }

    /** The number of the batch this request is or came of, from 1; 0 for any other. */
    public long batch() {
        return 0;
    }

    /** Whether it came of a batch that was refused for its content. */
    public boolean isPart() {
        return false;
    }

    /** Whether it is as its source gave it: all of a page or batch. */
    abstract boolean isWhole();

    /** The same question, with attempts of its own. */
    abstract Request same(Attempts attempts);

    /** The same question as this one, which was not tried yet, handed back because it could not go out. */
    public final Request untried() {
        Request same = same(attempts.ofSame());
        same.handedBack = true;
        return same;
    }

    /** Whether it is a whole page or batch that was handed back without an answer. */
    public final boolean isWholeAndUnasked() {
        return handedBack && isWhole();
    }

    /** Its attempts, and what they leave behind. */
    public final Attempts attempts() {
        return attempts;
    }

    /** The parameters it asks with, as its poll's {@code ask} gave them: the same for each attempt; null before the first. */
    public final @Nullable ObjectNode asked() {
        return asked;
    }

    /** These are the parameters it asks with. */
    public final void asked(ObjectNode parameters) {
        asked = parameters;
    }

    /** It is asked besides the one that it came of, which is not finished yet. */
    void follows() {}

    /** The sweep ends without it: whatever may still come of it is not counted. */
    final void lose() {
        lost = true;
    }

    /** Whether the sweep ended without it. */
    public final boolean lost() {
        return lost;
    }

    /** What has become of its cards. */
    public final CardTally tally() {
        return tally;
    }

    /**
     * The request waits for its next attempt, or does so no more.
     *
     * @return whether it waited before
     */
    public final boolean waits(boolean now) {
        boolean before = waits;
        waits = now;
        return before;
    }

    /**
     * Its answer is being read: from here on it is not asked again, whatever breaks.
     *
     * @return false where an answer of it was read before
     */
    public final boolean tryAnswer() {
        return answered.compareAndSet(false, true);
    }

    /** Whether an answer of it is read, or its cards are being published already. */
    final boolean isAnswered() {
        return answered.get() || publishing != null;
    }

    /** The cards that came with the answer and are to be published or reported; null while there is no answer. */
    public final @Nullable List<String> publishing() {
        return publishing;
    }

    /** These cards of the answer are now to be published or reported. From here on the request is not asked again. */
    public final void publishing(List<String> cards) {
        publishing = cards;
    }

    /** The cards that it has still to publish or to report: those of its answer, before there is one those it asks for. */
    public final List<String> open() {
        return publishing == null ? cards() : publishing;
    }

    /** True once: when the request is finished, answered or not. */
    final boolean tryFinish() {
        return done.compareAndSet(false, true);
    }
}
