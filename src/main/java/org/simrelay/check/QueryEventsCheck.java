package org.simrelay.check;

import java.util.function.ObjIntConsumer;
import org.simrelay.steps.Leaves;
import org.simrelay.steps.Query;

/** Looks at what a query says of its events: which cards get one, and what is said of those that are gone. */
final class QueryEventsCheck {

    private final QueryText query;
    private final ObjIntConsumer<String> say;

    /** @param say told what is wrong, with its line */
    QueryEventsCheck(QueryText query, ObjIntConsumer<String> say) {
        this.query = query;
        this.say = say;
    }

    void look() {
        cleared();
        publish();
        leaves();
    }

    private void cleared() {
        BeanText.Property cleared = query.bean().property("cleared");
        boolean isList = query.has("page") || query.has("next") || query.has("list");
        if (cleared != null && !cleared.value().equals("false") && (query.has("batch") || !isList)) {
            say.accept(
                    "cleared is about cards that leave a vendor's list, which this query does not read; remove it",
                    cleared.line());
        }
    }

    private void publish() {
        BeanText.Property publish = query.bean().property("publish");
        BeanText.Property everyNth = query.bean().property("everyNth");
        boolean isSet = publish != null && publish.value().contains("{{");
        if (publish != null && !isSet && !Query.PUBLISH.contains(publish.value())) {
            say.accept("publish is \"" + publish.value() + "\" but must be all or changes; mend it", publish.line());
        } else if (everyNth != null
                && !isSet
                && (publish == null || publish.value().equals("all"))) {
            say.accept(
                    "everyNth says how often a poll that publishes changes publishes all; remove it, or add publish:"
                            + " changes",
                    everyNth.line());
        }
    }

    private void leaves() {
        BeanText.Property leaves = query.bean().property("leaves");
        if (leaves == null || leaves.value().contains("{{")) {
            return;
        }
        if (!Leaves.WORDS.contains(leaves.value())) {
            say.accept(
                    "leaves is \"" + leaves.value() + "\" but must be nothing, event or tombstone; mend it",
                    leaves.line());
        } else if (!leaves.value().equals("nothing") && !query.has("batch")) {
            say.accept(
                    "leaves is about cards that leave the inventory, which this query does not ask; remove it",
                    leaves.line());
        }
    }
}
