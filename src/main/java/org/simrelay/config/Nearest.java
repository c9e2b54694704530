package org.simrelay.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the name that somebody meant: the one with the fewest letters added, left out, changed or swapped with their neighbour. */
public final class Nearest {

    private Nearest() {}

    /**
     * The name nearest to a word.
     *
     * @param names compared by their last parts where the word has fewer parts, which dots separate
     * @return null where none is near: more than half of the word would change
     */
    public static @Nullable String of(String word, Collection<String> names) {
        String nearest = null;
        int least = word.length() / 2 + 1;
        int parts = parts(word);
        for (String name : names) {
            String tail = tail(name, parts);
            int distance = distance(word, name, least);
            if (tail.length() < name.length()) {
                distance = Math.min(distance, distance(word, tail, least));
            }
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    /** Words for a message, in brackets; empty where nothing is near. */
    public static String text(String word, Collection<String> names) {
        String nearest = of(word, names);
        return nearest == null ? "" : " (did you mean " + nearest + "?)";
    }

    // words whose lengths are that far apart are not looked at: a start compares some hundred with some hundred
    private static int distance(String one, String other, int most) {
        return Math.abs(one.length() - other.length()) < most ? distance(one, other) : most;
    }

    /** How many letters it takes to make one word of the other (optimal string alignment). */
    public static int distance(String one, String other) {
        int[][] taken = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    taken[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                taken[i][j] = Math.min(taken[i - 1][j - 1] + change, 1 + Math.min(taken[i - 1][j], taken[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    taken[i][j] = Math.min(taken[i][j], taken[i - 2][j - 2] + 1);
                }
            }
        }
        return taken[one.length()][other.length()];
    }

    private static int parts(String name) {
        return (int) name.chars().filter(c -> c == '.').count() + 1;
    }

    private static String tail(String name, int parts) {
        String tail = name;
        for (int more = parts(name) - parts; more > 0; more--) {
            tail = tail.substring(tail.indexOf('.') + 1);
        }
        return tail;
    }
}
