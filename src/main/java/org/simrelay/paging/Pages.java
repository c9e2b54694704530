package org.simrelay.paging;

import org.apache.camel.ExchangeProperty;
import org.simrelay.reply.Items;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/** Reads a list by its pages. How a page looks and where reading stops is said by the bean's properties in the poll's file. */
public final class Pages {

    private final Items items = new Items();
    private int size = 20;
    private int mostPages = 100_000;
    private int leastReadings = 1;
    private int mostReadings = 5;

    /** The pages of a sweep, for its split: the first alone, then the others side by side. */
    public Requests of(@ExchangeProperty("sweep") Sweep sweep) {
        return sweep.from(new PageSource(items, size, mostPages, leastReadings, mostReadings));
    }

    /** JSLT: the array of a page's items. */
    public void setList(String jslt) {
        items.setList(jslt);
    }

    /** JSLT: how many items there are over all pages; left out where the vendor does not say. */
    public void setTotal(String jslt) {
        items.setTotal(jslt);
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
     * How often a list is read though its first reading fits together: 2 also finds a card that left while another joined,
     * for twice the requests.
     */
    public void setLeastReadings(int leastReadings) {
        this.leastReadings = atLeastOne("leastReadings", leastReadings);
    }

    /** How often a list that moves is read before the sweep is called partial. */
    public void setMostReadings(int mostReadings) {
        this.mostReadings = atLeastOne("mostReadings", mostReadings);
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + " but must be at least 1");
        }
        return value;
    }
}
