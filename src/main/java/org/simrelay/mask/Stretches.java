package org.simrelay.mask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of a text that something else is to stand for; they may overlap. */
final class Stretches {

    private record Stretch(int start, int end, String replacement) {}

    private final List<Stretch> found = new ArrayList<>();

    void add(int start, int end, String replacement) {
        found.add(new Stretch(start, end, replacement));
    }

    /** The text with each stretch replaced; of those that overlap the first replacement stands for all. */
    String replacedIn(String text) {
        return replacedIn(text, text.length());
    }

    /** The same up to a place in the text; a stretch that it cuts is replaced as a whole. */
    String replacedIn(String text, int until) {
        found.sort(Comparator.comparingInt(Stretch::start).thenComparing(Stretch::end, Comparator.reverseOrder()));
        StringBuilder replaced = new StringBuilder(until);
        int at = 0;
        for (Stretch stretch : found) {
            if (stretch.start >= at && stretch.start < until) {
                replaced.append(text, at, stretch.start).append(stretch.replacement);
                at = stretch.end;
            } else if (stretch.start < at) {
                at = Math.max(at, stretch.end);
            }
        }
        return at < until ? replaced.append(text, at, until).toString() : replaced.toString();
    }
}
