package org.simrelay.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for a page of a list whose cards only the vendor knows. */
public final class PageRequest extends Request {

    private final int page;
    private final boolean first;

    private PageRequest(String id, int page, boolean first, Attempts attempts) {
        super(id, attempts);
        this.page = page;
        this.first = first;
    }

    /**
     * A page.
     *
     * @param page from 1
     * @param pass over the list, from 1
     */
    public static PageRequest of(int page, int pass) {
        String id = pass == 1 ? "page-" + page : "page-" + page + "-reading-" + pass;
        return new PageRequest(id, page, pass == 1, new Attempts());
    }

    /** This page once more: its answer was short, and what was seen of it counts already. */
    public PageRequest reread() {
        return new PageRequest(id() + "-again", page, false, new Attempts());
    }

    @Override
    public Map<String, JsonNode> variables() {
        return Map.of("page", IntNode.valueOf(page));
    }

    @Override
    Request same(Attempts attempts) {
        return new PageRequest(id(), page, first, attempts);
    }

    @Override
    boolean isWhole() {
        return true;
    }

    @Override
    public int page() {
        return page;
    }

    /** Whether it is the first to ask for its page: what a later one brings may be published already. */
    boolean isFirst() {
        return first;
    }

    /** How many items a page must have by its list's total; 0 where none was told. */
    public static long due(int page, int size, @Nullable Long total) {
        return total == null ? 0 : Math.min(size, Math.max(0, total - (page - 1L) * size));
    }
}
