package org.simrelay.mask;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The secrets that must not leave the service, and the one place that takes them out of a text. Thread-safe. */
public final class Secrets {

    private static final Secrets PROCESS = new Secrets();
    private static final String MASK = "***";
    private static final CardNumbers NO_CARDS = new CardNumbers(List.of(), List.of(), card -> card);
    // one or two letters hide nothing, and masked they would give themselves away in every text
    private static final int SHORTEST = 3;
    private static final int MOST_RECENT = 100;
    private static final int MOST_RECENT_CHARS = 64 * 1024;
    // more of a text than is shown, so that no secret is cut before it is found
    private static final int WINDOW = 4096;
    // what a cut may leave of a secret: fewer characters than are found, each in the longest of escapes
    private static final int RAGGED = 256;

    private final Set<String> lasting = new LinkedHashSet<>();
    private final Map<String, Deque<String>> recent = new HashMap<>();
    private @Nullable SecretIndex index;

    /** Those of this process, which its log masks too. */
    public static Secrets process() {
        return PROCESS;
    }

    /** Masks this value from now on. */
    public synchronized void add(String secret) {
        if (secret.strip().length() >= SHORTEST && lasting.add(secret)) {
            index = null;
        }
    }

    /** Masks this value, such as a token, until the owner has had a hundred others. */
    public synchronized void addRecent(String owner, String secret) {
        Deque<String> known = recent.computeIfAbsent(owner, o -> new ArrayDeque<>());
        if (secret.strip().length() < SHORTEST || known.contains(secret)) {
            return;
        }
        known.addLast(secret);
        int chars = known.stream().mapToInt(String::length).sum();
        while (known.size() > MOST_RECENT || (chars > MOST_RECENT_CHARS && known.size() > 1)) {
            chars -= known.removeFirst().length();
        }
        index = null;
    }

    /**
     * A text without secrets, in whatever letter case or escape they stand.
     *
     * @param own secrets that only this text may hold, such as the signature of its request; nulls are none
     */
    public String masked(String text, @Nullable String... own) {
        return text.isEmpty() ? text : found(text, own).replacedIn(text);
    }

    /**
     * The beginning of a text, masked before it is cut.
     *
     * @param most characters, followed by … where there is more
     */
    public String shown(String text, int most, @Nullable String... own) {
        return shown(text, most, NO_CARDS, own);
    }

    /** The same, with cards that are hidden too before it is cut. */
    String shown(String text, int most, CardNumbers hidden, @Nullable String... own) {
        boolean cut = text.length() > most + WINDOW;
        String window = cut ? text.substring(0, most + WINDOW) : text;
        Stretches stretches = found(window, own);
        hidden.find(window, stretches);
        String masked = stretches.replacedIn(window, cut ? window.length() - RAGGED : window.length());
        if (!cut && masked.length() <= most) {
            return masked;
        }
        int end = Math.min(most, masked.length());
        boolean paired = end > 0 && Character.isHighSurrogate(masked.charAt(end - 1));
        return masked.substring(0, paired ? end - 1 : end) + "…";
    }

    private Stretches found(String text, @Nullable String... own) {
        List<SecretIndex> indexes = new ArrayList<>(2);
        indexes.add(index());
        List<String> given = Arrays.stream(own)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (!given.isEmpty()) {
            indexes.add(new SecretIndex(given));
        }
        indexes.removeIf(SecretIndex::isEmpty);
        Stretches stretches = new Stretches();
        Folded level = indexes.isEmpty() ? null : Folded.of(text, true);
        for (int i = 0; i <= SecretForms.MOST_LEVELS && level != null; i++) {
            for (SecretIndex each : indexes) {
                each.find(level, stretches, MASK);
            }
            level = i < SecretForms.MOST_LEVELS ? level.decoded(true) : null;
        }
        SecretPatterns.find(text, stretches, MASK);
        return stretches;
    }

    private synchronized SecretIndex index() {
        SecretIndex known = index;
        if (known == null) {
            List<String> all = new ArrayList<>(lasting);
            recent.values().forEach(all::addAll);
            known = new SecretIndex(all);
            index = known;
        }
        return known;
    }
}
