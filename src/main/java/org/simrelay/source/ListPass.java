package org.simrelay.source;

import com.carrotsearch.hppc.LongHashSet;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all pages of a list: which pages are still to ask, and whether what they brought may settle the list
 * (src/docs/vendors.md: nothing holds a list still).
 */
final class ListPass {

    private final int number;
    private final int size;
    private final boolean wasEmptyBefore;
    private final PageOrder pages;
    private final LongHashSet own = new LongHashSet();
    private @Nullable Long total;
    private long mostTotal;
    private long distinct;
    private long unseen;
    private boolean moved;
    private boolean stayedShort;
    private boolean overfull;
    private boolean repeated;
    private boolean unread;

    /**
     * @param number of the pass, from 1
     * @param wasEmptyBefore whether no pass before has seen a card
     */
    ListPass(int number, int size, int mostPages, boolean wasEmptyBefore) {
        this.number = number;
        this.size = size;
        this.pages = new PageOrder(size, mostPages);
        this.wasEmptyBefore = wasEmptyBefore;
    }

    int number() {
        return number;
    }

    /** The next page to ask for, 0 when there is none now. */
    int next() {
        return pages.next();
    }

    /**
     * A page was answered; its cards were {@linkplain #saw shown} before.
     *
     * @param items on the page
     * @param told the total of the reply, null where it has none
     * @param fresh how many of the page's cards this pass had not seen before
     * @return whether the page is to be read again
     */
    boolean answered(int page, int items, @Nullable Long told, int fresh) {
        boolean first = !pages.isReread(page);
        // a list that was there in the pass before is seldom gone at once
        if (page == 1 && items == 0 && !wasEmptyBefore && pages.tryReread(page)) {
            return true;
        }
        // a total that vanishes from a later page, or is zero there, is a fault: the one before holds
        boolean vanished = page > 1 && total != null && (told == null || told == 0);
        if (told != null && !vanished) {
            moved |= total != null && !told.equals(total);
            total = told;
            mostTotal = Math.max(mostTotal, told);
            overfull |= fresh > 0 && (page - 1L) * size + items > told;
        }
        if (items < pages.due(page, total)) {
            if (pages.tryReread(page)) {
                return true;
            }
            stayedShort = true;
        }
        repeated |= first && items > 0 && fresh == 0;
        pages.answered(page, items, total, fresh);
        return false;
    }

    /** Cards on the pages that this pass has not asked for; null where no total is told. */
    @Nullable Long unasked() {
        return pages.unasked(total);
    }

    /**
     * A card of a page.
     *
     * @param card its fingerprint
     * @param isNew whether no pass has seen it before
     * @return whether this pass had not seen it before
     */
    boolean saw(long card, boolean isNew) {
        unseen += isNew ? 1 : 0;
        // what the first pass has seen, its list's source remembers
        boolean fresh = number == 1 ? isNew : own.add(card);
        distinct += fresh ? 1 : 0;
        return fresh;
    }

    void unread(int page) {
        unread = true;
        pages.unread(page);
    }

    /**
     * Whether the list is settled when this pass is over: its pages hold together, no pass before had missed a card that it
     * saw, and by each total that it told none is missing. A first pass has none before it: it must fit its total to the card.
     *
     * @param seen distinct cards of all passes
     */
    boolean settles(long seen) {
        if (unread || pages.isCapped() || stayedShort || overfull) {
            return false;
        }
        if (total == null) {
            return pages.isEnded() && !repeated && (number == 1 || unseen == 0);
        }
        // pages that all repeat others may hide as many cards, unless the pass has them all the same
        boolean whole = seen >= mostTotal && (!repeated || distinct >= mostTotal);
        return whole && (number == 1 ? !moved && distinct == mostTotal : unseen == 0);
    }

    /** Whether a list that tells no total came to its end. */
    boolean ended() {
        return pages.isEnded();
    }

    boolean capped() {
        return pages.isCapped();
    }

    boolean unread() {
        return unread;
    }

    /** Cards that this pass saw first of all. */
    long unseen() {
        return unseen;
    }

    /** The last total told; null where none was. */
    @Nullable Long total() {
        return total;
    }
}
