package org.simrelay.source;

import org.apache.camel.ExchangeProperty;
import org.simrelay.config.SettingsException;
import org.simrelay.reply.Items;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;

/** Reads a list by its pages. How a page looks and where reading stops is said by the bean's properties in the poll's file. */
public final class Pages {

    private final Items items = new Items();
    private int size = 20;
    private int mostPages = 100_000;
    private int minPasses = 2;
    private int maxPasses = 5;
    private boolean hasTotal;

    /**
     * The pages of a sweep, for its split: the first alone, then the others side by side.
     *
     * @throws SettingsException when nothing says where the list ends, or it may be read less often than it must
     */
    public RequestQueue of(@ExchangeProperty("sweep") Sweep sweep) {
        String poll = sweep.id().poll();
        if (!hasTotal && !items.endsShort()) {
            throw new SettingsException(
                    "the list of " + poll + " has neither total nor endsShort: " + Items.END_UNKNOWN);
        }
        if (maxPasses < minPasses) {
            throw new SettingsException("the list of " + poll + " has maxPasses " + maxPasses + " below minPasses "
                    + minPasses + "; raise the one or lower the other");
        }
        return sweep.from(new PageSource(items, size, mostPages, minPasses, maxPasses));
    }

    /** JSLT: the array of a page's items. */
    public void setList(String jslt) {
        items.setList(jslt);
    }

    /** JSLT: how many items there are over all pages; where the vendor does not say, {@link #setEndsShort} must. */
    public void setTotal(String jslt) {
        items.setTotal(jslt);
        hasTotal = true;
    }

    /** Whether a page that is not full is the list's end, where no total is told. */
    public void setEndsShort(boolean endsShort) {
        items.setEndsShort(endsShort);
    }

    /** JSLT over an item: its card's number. */
    public void setCard(String jslt) {
        items.setCard(jslt);
    }

    /** JSLT: whether a reply without a list says that there is nothing, rather than that something is wrong. */
    public void setNothing(String jslt) {
        items.setNothing(jslt);
    }

    /** Items on a full page, as the request asks for. */
    public void setSize(int size) {
        this.size = atLeastOne("size", size);
    }

    public int getSize() {
        return size;
    }

    /** Where reading stops though the list goes on; the sweep is then partial. */
    public void setMostPages(int mostPages) {
        this.mostPages = atLeastOne("mostPages", mostPages);
    }

    /**
     * The first pass over the list that may settle it. 1: one that fits its total does, though a card may have left and another
     * joined unseen.
     */
    public void setMinPasses(int minPasses) {
        this.minPasses = atLeastOne("minPasses", minPasses);
    }

    /** How many passes there are over a list that does not settle, before the sweep is called partial. */
    public void setMaxPasses(int maxPasses) {
        this.maxPasses = atLeastOne("maxPasses", maxPasses);
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + " but must be at least 1");
        }
        return value;
    }
}
