package org.simrelay.check;

import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Items;

/** Looks at what a query says of the vendor's list: where it ends, whose its items are, and how often it is read. */
final class QueryListCheck {

    private static final int MAX_PASSES = 5;

    private final QueryText query;
    private final ObjIntConsumer<String> say;

    /** @param say told what is wrong, with its line */
    QueryListCheck(QueryText query, ObjIntConsumer<String> say) {
        this.query = query;
        this.say = say;
    }

    void look() {
        end();
        list();
        ofLists();
        nothing();
        card();
        passes();
    }

    private void end() {
        String endsShort = query.value("endsShort");
        boolean ends = endsShort != null && (endsShort.equals("true") || endsShort.contains("{{"));
        if (query.has("page") && !query.has("total") && !ends) {
            say.accept("the list has neither total nor endsShort: " + Items.END_UNKNOWN, query.line());
        }
    }

    /** Without it the whole reply would be the one item of a page. */
    private void list() {
        boolean ends = query.has("total") || query.has("endsShort") || query.has("next");
        if ((query.has("page") || query.has("next")) && ends && !query.has("list")) {
            say.accept("the query has no list: nothing says where the items of a page stand; add it", query.line());
        }
    }

    private void ofLists() {
        if (!query.has("batch")) {
            return;
        }
        for (String name : List.of("total", "endsShort", "mostPages")) {
            BeanText.Property property = query.bean().property(name);
            if (property != null) {
                say.accept(
                        property.name()
                                + " is about a list in pages, which a query with batch does not read; remove it",
                        property.line());
            }
        }
    }

    private void nothing() {
        BeanText.Property nothing = query.bean().property("nothing");
        if (nothing != null && nothing.value().strip().equals("true")) {
            say.accept(
                    "nothing is true whatever the reply says, so that a reply that is wrong counts as an empty list; write"
                            + " how the vendor says that there is nothing, such as .total == 0",
                    nothing.line());
        }
    }

    private void card() {
        boolean needsCard = query.has("page") || query.has("next") || !"1".equals(query.value("batch"));
        BeanText.Property written = query.bean().property("card");
        if (written != null
                && written.value().strip().equals("$account")
                && (query.has("page") || query.has("next") || query.has("batch"))) {
            say.accept(
                    "card is $account, so that all items would be of one card; write where an item's number stands, such as"
                            + " .iccid",
                    written.line());
        }
        if (!query.has("card") && needsCard && (query.has("batch") || query.has("list"))) {
            say.accept("the query has no card: nothing says where an item's card number stands; add it", query.line());
        }
    }

    private void passes() {
        int min = number(query.value("minPasses"), query.has("page") ? 2 : 1);
        int max = number(query.value("maxPasses"), MAX_PASSES);
        if (min < 1 || max < min) {
            say.accept(
                    "the list has minPasses " + min + " and maxPasses " + max
                            + ", but must be read at least once, and at most as often as it may be; mend the one or"
                            + " the other",
                    query.line());
        }
    }

    /** What is no number, Camel refuses when it reads the file. */
    private static int number(@Nullable String text, int unset) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : unset;
    }
}
