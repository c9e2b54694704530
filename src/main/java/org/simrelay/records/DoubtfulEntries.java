package org.simrelay.records;

import com.google.common.collect.MapMaker;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Entries that Kafka may have though their commit failed, in the form that was sent: one {@code ce_id} is one fact, so that such an
 * entry is told in that form again, or in another one only where it is known not to stand. For one thread.
 */
final class DoubtfulEntries {

    private static final LedgerEntry AS_SAID = LedgerEntry.tombstone("", "", "", "");

    // by identity; what is dropped from the queue meanwhile is not kept here
    private final Map<LedgerEntry, LedgerEntry> sent = new MapMaker().weakKeys().makeMap();
    private final BiFunction<String, Set<String>, Set<String>> standing;

    /** @param standing reads a topic: which of these {@code ce_id}s stand there */
    DoubtfulEntries(BiFunction<String, Set<String>, Set<String>> standing) {
        this.standing = standing;
    }

    /** These may be committed: what was said, and in which form it was sent. */
    void add(List<LedgerEntry> said, List<LedgerEntry> forms) {
        for (int i = 0; i < said.size(); i++) {
            LedgerEntry entry = said.get(i);
            LedgerEntry form = forms.get(i);
            if (isForSubscribers(entry) && isForSubscribers(form)) {
                sent.put(entry, form.equals(entry) ? AS_SAID : form);
            }
        }
    }

    private static boolean isForSubscribers(LedgerEntry entry) {
        return entry.event() != null && !entry.isRemembered();
    }

    /** It is known what became of these. */
    void settle(Collection<LedgerEntry> said) {
        if (!sent.isEmpty()) {
            said.forEach(sent::remove);
        }
    }

    /** The form in which an entry is to be sent. */
    LedgerEntry form(LedgerEntry said) {
        LedgerEntry form = sent.get(said);
        return form == null || form.equals(AS_SAID) ? said : form;
    }

    boolean contains(LedgerEntry said) {
        return sent.containsKey(said);
    }

    /**
     * Those of these that stand in a topic; the others of it are in doubt no more.
     *
     * @throws RuntimeException when the topic cannot be read now
     */
    Set<LedgerEntry> standing(String topic, List<LedgerEntry> said) {
        List<LedgerEntry> asked = said.stream()
                .filter(entry -> contains(entry) && entry.topic().equals(topic))
                .toList();
        Set<String> ids = new HashSet<>();
        asked.forEach(entry -> ids.add(id(entry)));
        Set<String> found = standing.apply(topic, ids);
        settle(asked);
        Set<LedgerEntry> stand = new HashSet<>();
        asked.stream().filter(entry -> found.contains(id(entry))).forEach(stand::add);
        return stand;
    }

    private static String id(LedgerEntry entry) {
        return Objects.requireNonNull(entry.event()).id();
    }
}
