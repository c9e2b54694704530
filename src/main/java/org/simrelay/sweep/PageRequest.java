package org.simrelay.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Map;

/** Asks for a page of a list whose cards only the vendor knows. */
public final class PageRequest extends Request {

    private final int page;
    private final boolean reread;

    private PageRequest(String id, int page, boolean reread, Attempts attempts) {
        super(id, attempts);
        this.page = page;
        this.reread = reread;
    }

    /**
     * A page.
     *
     * @param page from 1
     * @param pass over the list, from 1
     */
    public static PageRequest of(int page, int pass) {
        String id = pass == 1 ? "page-" + page : "page-" + page + "-reading-" + pass;
        return new PageRequest(id, page, false, new Attempts());
    }

    /** This page once more: its answer was short, and what was seen of it counts already. */
    public PageRequest reread() {
        return new PageRequest(id() + "-again", page, true, new Attempts());
    }

    @Override
    public Map<String, JsonNode> variables() {
        return Map.of("page", IntNode.valueOf(page));
    }

    @Override
    Request same(Attempts attempts) {
        return new PageRequest(id(), page, reread, attempts);
    }

    @Override
    boolean isWhole() {
        return true;
    }

    @Override
    public int page() {
        return page;
    }

    @Override
    public boolean last() {
        return reread;
    }
}
