package org.simrelay.source;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.sweep.PageRequest;

/** Which pages of a list one pass still has to ask for, the first to the last that is known, and some of them again. */
final class PageOrder {

    private static final int MOST_REREADS = 3;

    private final int size;
    private final int mostPages;
    private final Map<Integer, Integer> reread = new HashMap<>();
    private int nextPage = 1;
    private int lastPage = 1;
    private boolean ended;
    private boolean capped;

    /**
     * @param size items on a full page
     * @param mostPages where reading stops though the list goes on
     */
    PageOrder(int size, int mostPages) {
        this.size = size;
        this.mostPages = mostPages;
    }

    /** The next page to ask for, 0 when there is none now. */
    int next() {
        return nextPage <= lastPage ? nextPage++ : 0;
    }

    /** Whether the page may be read again; counts it. */
    boolean tryReread(int page) {
        return reread.merge(page, 1, Integer::sum) <= MOST_REREADS;
    }

    /** Whether the page was to be read again before. */
    boolean isReread(int page) {
        return reread.containsKey(page);
    }

    /**
     * A page was answered: what follows it is known better.
     *
     * @param items on the page
     * @param total the last total told, null where none was
     * @param fresh how many of the page's cards this pass had not seen before
     */
    void answered(int page, int items, @Nullable Long total, int fresh) {
        if (total == null) {
            // where no total is told, a page that is not full is the last; one that only repeats others leads nowhere
            ended |= items < size;
            lastPage = ended || fresh == 0 || page < lastPage ? lastPage : page + 1;
        } else {
            lastPage = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (total + size - 1) / size));
        }
        capped |= lastPage > mostPages;
        lastPage = Math.min(lastPage, mostPages);
    }

    /** The page stays unread; without the first the others are not asked for. */
    void unread(int page) {
        if (page == 1) {
            lastPage = 0;
        }
    }

    /** How many items a page must have by the total; 0 where none was told. */
    long due(int page, @Nullable Long total) {
        return PageRequest.due(page, size, total);
    }

    /** How many items are on the pages that were not asked for yet; null where no total was told. */
    @Nullable Long unasked(@Nullable Long total) {
        return total == null ? null : (Long) Math.max(0, total - (nextPage - 1L) * size);
    }

    /** Whether a list that tells no total came to its end. */
    boolean isEnded() {
        return ended;
    }

    /** Whether the list has more pages than may be read. */
    boolean isCapped() {
        return capped;
    }
}
