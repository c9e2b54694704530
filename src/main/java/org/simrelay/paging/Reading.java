package org.simrelay.paging;

import com.carrotsearch.hppc.LongHashSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all pages of a list: which pages are still to ask, and whether what they brought fits together.
 *
 * <p>It fits when every page told the same total, no page was short of it, and there were as many distinct cards.
 */
final class Reading {

    private static final int MOST_REREADS = 3;

    private final int number;
    private final int size;
    private final int mostPages;
    private final Map<Integer, Integer> reread = new HashMap<>();
    private final LongHashSet own = new LongHashSet();
    private int nextPage = 1;
    private int lastPage = 1;
    private @Nullable Long total;
    private boolean moved;
    private boolean capped;
    private boolean unread;
    private long distinct;
    private long fingerprint;
    private boolean ended;

    Reading(int number, int size, int mostPages) {
        this.number = number;
        this.size = size;
        this.mostPages = mostPages;
    }

    int number() {
        return number;
    }

    /** The next page to ask for, 0 when there is none now. */
    int next() {
        return nextPage <= lastPage ? nextPage++ : 0;
    }

    /** A page brought this many items and this total; true when it is to be read again. */
    boolean answered(int page, int items, @Nullable Long pageTotal) {
        boolean vanished = total != null && page > 1 && Long.valueOf(0).equals(pageTotal);
        return vanished ? counted(page, items, total) : counted(page, items, pageTotal);
    }

    private boolean counted(int page, int items, @Nullable Long pageTotal) {
        if (pageTotal == null) {
            // a list without a total ends at its first page that is not full
            ended |= items < size;
            lastPage = ended || page < lastPage ? lastPage : page + 1;
        } else {
            moved |= total != null && !pageTotal.equals(total);
            total = pageTotal;
            lastPage = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (pageTotal + size - 1) / size));
            if (items < due(page)) {
                if (reread.merge(page, 1, Integer::sum) <= MOST_REREADS) {
                    return true;
                }
                moved = true;
            }
        }
        capped |= lastPage > mostPages;
        lastPage = Math.min(lastPage, mostPages);
        return false;
    }

    /** How many items a page must have by the last total told; 0 where none was. */
    long due(int page) {
        Long told = total;
        return told == null ? 0 : Math.min(size, Math.max(0, told - (long) (page - 1) * size));
    }

    /** Cards on the pages that were not asked for; null where the list tells no total, or an earlier reading has seen them. */
    @Nullable Long unasked() {
        Long told = total;
        return told == null || number > 1 ? null : (Long) Math.max(0, told - (long) (nextPage - 1) * size);
    }

    /**
     * A card of a page.
     *
     * @param card its fingerprint
     * @param unseen whether no reading has seen it before
     */
    void saw(long card, boolean unseen) {
        // what the first reading has seen, its list's source remembers
        if (number == 1 ? !unseen : !own.add(card)) {
            return;
        }
        distinct++;
        // a sum does not care for the order of the pages
        fingerprint += card;
    }

    void unread(int page) {
        unread = true;
        if (page == 1) {
            lastPage = 0;
        }
    }

    boolean fits() {
        Long told = total;
        return !moved && !capped && !unread && (told == null || told == distinct);
    }

    /** Whether a list that tells no total came to its end. */
    boolean ended() {
        return ended;
    }

    boolean capped() {
        return capped;
    }

    boolean unread() {
        return unread;
    }

    /** Distinct cards of this reading. */
    long distinct() {
        return distinct;
    }

    @Nullable Long total() {
        return total;
    }

    /** Whether both readings saw the same cards. */
    boolean agrees(Reading other) {
        return distinct == other.distinct && fingerprint == other.fingerprint;
    }
}
