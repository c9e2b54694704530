package org.simrelay.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Asks for a batch of cards of an inventory, or for what is still lacking of one. */
public final class BatchRequest extends Request {

    private static final Pattern ATTEMPT = Pattern.compile("-attempt-[0-9]+$");

    private enum Kind {
        WHOLE,
        // cards that an answer did not have, or refused one by one
        REPEATED,
        // of a batch that was refused for its content
        PART
    }

    private final BatchTally batch;
    private final List<String> cards;
    private final Kind kind;
    private final boolean last;
    private final Duration delay;

    private BatchRequest(
            String id,
            BatchTally batch,
            List<String> cards,
            Kind kind,
            boolean last,
            Attempts attempts,
            Duration delay) {
        super(id, attempts);
        this.batch = batch;
        this.cards = cards;
        this.kind = kind;
        this.last = last;
        this.delay = delay;
    }

    /**
     * A batch as its source cuts it.
     *
     * @param number from 1
     */
    public static BatchRequest of(long number, List<String> cards) {
        return new BatchRequest(
                "batch-" + number,
                new BatchTally(number),
                List.copyOf(cards),
                Kind.WHOLE,
                false,
                new Attempts(),
                Duration.ZERO);
    }

    @Override
    public Map<String, JsonNode> variables() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(cards.size());
        cards.forEach(all::add);
        return cards.size() == 1 ? Map.of("cards", all, "card", TextNode.valueOf(cards.get(0))) : Map.of("cards", all);
    }

    /** The cards of this batch that were not in its reply, asked for a last time. */
    public BatchRequest repeat(List<String> missing) {
        return new BatchRequest(
                id() + "-again", batch, List.copyOf(missing), Kind.REPEATED, true, new Attempts(), Duration.ZERO);
    }

    /**
     * The cards of this batch whose items were refused for a reason that passes: asked for again, as the next attempt.
     *
     * @param wait before it goes out
     */
    public BatchRequest repeatLater(List<String> refused, Duration wait) {
        Attempts next = attempts().ofNext();
        // an id of its own: what was missing in the same reply is asked again, too
        String root = ATTEMPT.matcher(id()).replaceFirst("");
        String id = root + "-attempt-" + (next.count() + 1);
        return new BatchRequest(id, batch, List.copyOf(refused), Kind.REPEATED, last, next, wait);
    }

    /** How long it waits before it goes out. */
    public Duration delay() {
        return delay;
    }

    /**
     * One half of this batch, 1 or 2; a request of its own, with attempts of its own.
     *
     * @param tokensAccepted how many replies the account's session has known to accept its token up to now
     */
    public BatchRequest half(int half, long tokensAccepted) {
        int middle = cards.size() / 2;
        List<String> own = half == 1 ? cards.subList(0, middle) : cards.subList(middle, cards.size());
        Attempts part = attempts().ofPart(tokensAccepted);
        return new BatchRequest(id() + "." + half, batch, own, Kind.PART, last, part, Duration.ZERO);
    }

    @Override
    Request same(Attempts attempts) {
        return new BatchRequest(id(), batch, cards, kind, last, attempts, Duration.ZERO);
    }

    @Override
    boolean isWhole() {
        return kind == Kind.WHOLE;
    }

    @Override
    public boolean isPart() {
        return kind == Kind.PART;
    }

    @Override
    public List<String> cards() {
        return cards;
    }

    @Override
    public long batch() {
        return batch.number();
    }

    /** Whether a card that is not in the reply is to be believed missing. */
    public boolean last() {
        return last;
    }

    /** What has become of the batch that it is, or came of. */
    public BatchTally batchTally() {
        return batch;
    }

    @Override
    void follows() {
        batch.opened();
    }
}
