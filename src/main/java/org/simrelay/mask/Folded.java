package org.simrelay.mask;

import org.jspecify.annotations.Nullable;

/**
 * A text as it is searched: letters in one case, + as a space, escapes resolved; each character knows the stretch of the text
 * that it stands for. So a secret is found however it is written, and its stretch of the text itself is masked.
 */
final class Folded {

    private final char[] chars;
    private final int[] starts;
    private final int[] ends;
    private int length;

    private Folded(int most) {
        chars = new char[most];
        starts = new int[most];
        ends = new int[most];
    }

    /**
     * Folds a text whose escapes stay as they are.
     *
     * @param joined whether control and format characters are left out, so that they cannot part a secret; else they part like
     *     a space
     */
    static Folded of(String text, boolean joined) {
        Folded folded = new Folded(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.add(text.charAt(i), i, i + 1, joined);
        }
        return folded;
    }

    /** A text without its places: what to look for. */
    static String fold(String text) {
        Folded folded = of(text, true);
        return new String(folded.chars, 0, folded.length);
    }

    /** The same with one more level of escapes resolved; null where there is none. */
    @Nullable Folded decoded(boolean joined) {
        Folded folded = new Folded(length);
        boolean any = false;
        int i = 0;
        while (i < length) {
            Escapes.Decoded escape = Escapes.at(chars, i, length);
            int next = escape == null ? i + 1 : i + escape.length();
            if (escape == null) {
                folded.add(chars[i], starts[i], ends[i], joined);
            } else {
                any = true;
                for (int k = 0; k < escape.text().length(); k++) {
                    folded.add(escape.text().charAt(k), starts[i], ends[next - 1], joined);
                }
            }
            i = next;
        }
        return any ? folded : null;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return chars[index];
    }

    /** Where in the text the character begins. */
    int start(int index) {
        return starts[index];
    }

    /** Where in the text the character ends. */
    int end(int index) {
        return ends[index];
    }

    String substring(int from, int to) {
        return new String(chars, from, to - from);
    }

    boolean matches(int index, String other, int from, int count) {
        if (index < 0 || from < 0 || index + count > length || from + count > other.length()) {
            return false;
        }
        for (int k = 0; k < count; k++) {
            if (chars[index + k] != other.charAt(from + k)) {
                return false;
            }
        }
        return true;
    }

    private void add(char c, int start, int end, boolean joined) {
        int type = Character.getType(c);
        boolean hidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (hidden && joined) {
            return;
        }
        // both cases, as equalsIgnoreCase has it; no locale takes part
        chars[length] = hidden || c == '+' ? ' ' : Character.toLowerCase(Character.toUpperCase(c));
        starts[length] = start;
        ends[length] = end;
        length++;
    }
}
