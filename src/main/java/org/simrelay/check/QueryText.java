package org.simrelay.check;

import org.jspecify.annotations.Nullable;
import org.simrelay.steps.Query;
import org.simrelay.steps.Shape;

/**
 * The query of a poll's file as it is written.
 *
 * @param bean of the poll's name
 */
record QueryText(BeanText bean) {

    /** The query of a poll, the bean of its name; null where the file has none. */
    static @Nullable QueryText of(RouteFile file) {
        for (BeanText bean : file.beans()) {
            if (bean.is(Query.class) && bean.name().equals(file.id())) {
                return new QueryText(bean);
            }
        }
        return null;
    }

    /** How it cuts what it asks into requests, as {@link Query#shape}. */
    Shape shape() {
        if (has("batch")) {
            return Shape.BATCH;
        }
        String card = value("card");
        boolean ofTheAccount = card == null || card.strip().equals("$account");
        return has("page") ? Shape.PAGE : has("next") || (has("list") && !ofTheAccount) ? Shape.CURSOR : Shape.ACCOUNT;
    }

    int line() {
        return bean.line();
    }

    @Nullable String value(String name) {
        return bean.value(name);
    }

    boolean has(String name) {
        return bean.has(name);
    }
}
