package org.simrelay.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds secrets in a text, whole or cut: their first or last 8 characters at least, or 16 from within. What could be plain
 * words takes 12, so that a password in words does not take those words out of every text. Immutable.
 */
final class SecretIndex {

    private static final int GRAM = 8;
    private static final int WORDS = 12;
    private static final int WITHIN = 16;
    private static final int PLAIN_SHORT = 6;
    // of a secret that repeats itself, thousands of places would be grown from at each place of a text that does so
    private static final int MOST_ALIKE = 4;

    private record Place(String form, int offset) {}

    // every stretch of 16 characters holds one of these grams whole
    private final Map<Integer, List<Place>> grams = new HashMap<>();
    private final List<String> shortOnes = new ArrayList<>();

    SecretIndex(Collection<String> secrets) {
        for (String secret : secrets) {
            SecretForms.of(secret).forEach(this::add);
        }
    }

    private void add(String form) {
        int last = form.length() - GRAM;
        if (last < 0) {
            shortOnes.add(form);
            return;
        }
        for (int offset = 0; offset < last; offset += GRAM) {
            place(form, offset);
        }
        place(form, last);
    }

    private void place(String form, int offset) {
        int hash = 0;
        for (int i = offset; i < offset + GRAM; i++) {
            hash = 31 * hash + form.charAt(i);
        }
        List<Place> alike = grams.computeIfAbsent(hash, h -> new ArrayList<>(1));
        boolean repeats = offset < form.length() - GRAM
                && alike.stream().filter(place -> place.form.equals(form)).count() >= MOST_ALIKE;
        if (!repeats) {
            alike.add(new Place(form, offset));
        }
    }

    boolean isEmpty() {
        return grams.isEmpty() && shortOnes.isEmpty();
    }

    /** Adds the stretches that are to be masked. */
    void find(Folded text, Stretches stretches, String mask) {
        int at = 0;
        while (at < text.length()) {
            int end = Math.max(longAt(text, at, stretches, mask), shortAt(text, at, stretches, mask));
            // what begins within a found stretch and goes on behind it is found by a later gram of its own
            at = Math.max(at + 1, end - GRAM + 1);
        }
    }

    private int longAt(Folded text, int at, Stretches stretches, String mask) {
        if (grams.isEmpty() || at + GRAM > text.length()) {
            return 0;
        }
        int hash = 0;
        for (int i = at; i < at + GRAM; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int end = 0;
        for (Place place : grams.getOrDefault(hash, List.of())) {
            if (text.matches(at, place.form, place.offset, GRAM)) {
                end = Math.max(end, grown(text, at, place, stretches, mask));
            }
        }
        return end;
    }

    private static int grown(Folded text, int at, Place place, Stretches stretches, String mask) {
        String form = place.form;
        int before = 0;
        while (text.matches(at - before - 1, form, place.offset - before - 1, 1)) {
            before++;
        }
        int behind = GRAM;
        while (text.matches(at + behind, form, place.offset + behind, 1)) {
            behind++;
        }
        int from = place.offset - before;
        int to = place.offset + behind;
        if (!tells(form, from, to)) {
            return 0;
        }
        stretches.add(text.start(at - before), text.end(at + behind - 1), mask);
        return at + behind;
    }

    private static boolean tells(String form, int from, int to) {
        boolean whole = from == 0 && to == form.length();
        boolean cut = from == 0 || to == form.length();
        int length = to - from;
        return whole || length >= WITHIN || (cut && (length >= WORDS || !isWords(form, from, to)));
    }

    private static boolean isWords(String form, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = form.charAt(i);
            if (!Character.isLetter(c) && "-_. /:".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private int shortAt(Folded text, int at, Stretches stretches, String mask) {
        int end = 0;
        for (String form : shortOnes) {
            int to = at + form.length();
            if (text.matches(at, form, 0, form.length()) && (form.length() >= PLAIN_SHORT || stands(text, at, to))) {
                stretches.add(text.start(at), text.end(to - 1), mask);
                end = Math.max(end, to);
            }
        }
        return end;
    }

    // a secret of a few letters would otherwise be found in half of all words
    private static boolean stands(Folded text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }
}
