package org.simrelay.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.mapping.Located;
import org.simrelay.reply.Answer.Item;

/**
 * Finds the items in a vendor's reply. Where they stand is said in JSLT by the bean's properties in a route file, so a
 * list at any depth needs no Java.
 */
public final class Items {

    /** What is wrong where nothing says where a list ends, and what to do. */
    public static final String END_UNKNOWN =
            "a page that is not full may stand in its middle; set total to where a reply says how many items there are,"
                    + " or endsShort: true if a page that is not full is the vendor's way to end the list";

    /** A vendor's table of codes, for one item of a reply. */
    @FunctionalInterface
    public interface ItemTable {
        /** What the item's code means; null where it is ok, or says that there is nothing. */
        @Nullable RequestFailure failure(JsonNode item);
    }

    private @Nullable Located list;
    private @Nullable Located card;
    private @Nullable Located total;
    private @Nullable Located nothing;
    private @Nullable Located next;
    private @Nullable Supplier<ItemTable> judge;

    /**
     * The items of a reply that was judged ok or empty.
     *
     * @throws RequestFailure unknown, when the list is not where it should be
     */
    public Answer of(JsonNode reply) throws RequestFailure {
        return of(reply, Map.of());
    }

    /**
     * The items of a reply that was judged ok or empty.
     *
     * @param variables what the expressions may name
     * @throws RequestFailure unknown, when the list is not where it should be
     */
    public Answer of(JsonNode reply, Map<String, JsonNode> variables) throws RequestFailure {
        try {
            return found(reply, variables);
        } catch (JsltException e) {
            throw new RequestFailure(Outcome.UNKNOWN, null, "the reply is not built as expected: " + e.getMessage());
        }
    }

    private Answer found(JsonNode reply, Map<String, JsonNode> variables) throws RequestFailure {
        if (reply.isNull() || reply.isMissingNode()) {
            return new Answer(List.of(), 0L);
        }
        Long total = ItemValues.count(evaluate(this.total, reply, variables));
        JsonNode items = list == null ? whole(reply) : evaluate(list, reply, variables);
        if (items.isArray()) {
            List<Item> answer = new ArrayList<>(items.size());
            // a reloaded table is that of the next reply
            ItemTable table = judge == null || items.isEmpty() ? null : judge.get();
            for (JsonNode item : items) {
                String number = ItemValues.card(evaluate(card, item, variables));
                answer.add(new Item(number, item, table == null ? null : table.failure(item)));
            }
            return new Answer(answer, total, evaluate(next, reply, variables));
        }
        boolean absent = items.isNull() || items.isMissingNode();
        // where there is nothing, a count may stand in the list's place (CMIOT's document calls userInfos one)
        boolean none = (absent || items.isValueNode()) && Long.valueOf(0).equals(total);
        if (none || (absent && isTrue(evaluate(nothing, reply, variables)))) {
            return new Answer(List.of(), 0L, evaluate(next, reply, variables));
        }
        throw new RequestFailure(Outcome.UNKNOWN, null, "the reply has no list where one was expected");
    }

    /** Whether any of its expressions names a variable. */
    public boolean namesVariables() {
        return Stream.of(list, card, total, nothing, next).anyMatch(each -> each != null && each.namesVariables());
    }

    /** JSLT: the array of items. */
    public void setList(String jslt) {
        list = new Located(jslt);
    }

    /** JSLT: the cursor of what follows, null where the list ends. */
    public void setNext(String jslt) {
        next = new Located(jslt);
    }

    /** The table of codes that each item is judged by, looked for once a reply that has items. */
    public void setJudge(Supplier<ItemTable> table) {
        judge = table;
    }

    /** JSLT over an item: its card's number. */
    public void setCard(String jslt) {
        card = new Located(jslt);
    }

    /** JSLT: how many items there are over all pages. */
    public void setTotal(String jslt) {
        total = new Located(jslt);
    }

    /** JSLT: whether a reply without a list says that there is nothing, rather than that something is wrong. */
    public void setNothing(String jslt) {
        nothing = new Located(jslt);
    }

    /** Where no list is named, the reply itself is the one item. */
    private static JsonNode whole(JsonNode reply) {
        return JsonNodeFactory.instance.arrayNode().add(reply);
    }

    private static JsonNode evaluate(@Nullable Located expression, JsonNode input, Map<String, JsonNode> variables) {
        return expression == null ? NullNode.instance : expression.in(input, variables);
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }
}
