package org.simrelay.sandbox.vendor;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/** The cards in arrears, in the vendor's order; it may change while it is read page by page. */
final class ArrearsList {
    private static final long FIRST_NEW = 1_440_900_000_000L;

    private static final int HISTORY = 1_000;

    private final Clock clock;
    private final Deque<ListState> history = new ArrayDeque<>();
    private volatile List<String> cards = List.of();

    ArrearsList(List<String> cards, Clock clock) {
        this.clock = clock;
        set(cards);
    }

    List<String> cards() {
        return cards;
    }

    synchronized void set(List<String> now) {
        cards = List.copyOf(now);
        history.addLast(new ListState(clock.instant(), cards));
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
    }

    /** What the list was, oldest first; the last one is what it is. */
    synchronized List<ListState> history() {
        return List.copyOf(history);
    }

    /** The cards of a page, counted from 1; empty past the end. */
    static List<String> page(List<String> cards, long size, long number) {
        int from = (int) Math.min(cards.size(), (number - 1) * size);
        int to = (int) Math.min(cards.size(), from + size);
        return cards.subList(from, to);
    }

    /** A card leaves, or one that was never there joins, anywhere. */
    synchronized void move(SplittableRandom random) {
        List<String> moved = new ArrayList<>(cards);
        if (!moved.isEmpty() && random.nextBoolean()) {
            moved.remove(random.nextInt(moved.size()));
        } else {
            moved.add(random.nextInt(moved.size() + 1), Long.toString(FIRST_NEW + random.nextInt(1_000_000)));
        }
        set(moved);
    }
}
