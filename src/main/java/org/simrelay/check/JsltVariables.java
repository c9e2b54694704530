package org.simrelay.check;

import java.util.Map;
import java.util.TreeMap;
import org.simrelay.config.Nearest;
import org.simrelay.steps.Shape;

/**
 * The variables that a place gives to its JSLT.
 *
 * @param there those it has, as they are written
 * @param absent those that other places have, with why this one has not
 */
record JsltVariables(Map<String, String> there, Map<String, String> absent) {

    private static final String OF_CALL = "stands in a call, in the vendor's file";
    private static final String OF_QUERY = "stands in a query";

    /** A mapping of {@code routes/mappings}. */
    static JsltVariables ofMapping() {
        JsltVariables variables = none();
        variables.add("card", "asked");
        variables.lacks(OF_QUERY, "cards", "page", "cursor", "size", "at", "account");
        variables.lacks(OF_CALL, "credentials", "token", "transid", "now", "sign");
        return variables;
    }

    /** A query, whose shape says what a request is about. */
    static JsltVariables of(QueryText query) {
        JsltVariables variables = none();
        Shape shape = query.shape();
        variables.add("at", "account");
        variables.either(shape == Shape.BATCH, "stands in a query with batch", "cards");
        boolean oneCard = shape == Shape.BATCH && "1".equals(query.value("batch"));
        variables.either(oneCard, "stands in a query with batch: 1", "card");
        variables.either(shape == Shape.PAGE, "stands in a query with page", "page");
        variables.either(shape == Shape.CURSOR, "stands in a query with next", "cursor");
        variables.either(
                shape == Shape.BATCH || shape == Shape.PAGE,
                "stands in a query with batch or page, whose value it is",
                "size");
        variables.lacks("stands in a mapping", "asked");
        variables.lacks(OF_CALL, "credentials", "token", "transid", "now", "sign");
        return variables;
    }

    /**
     * A call.
     *
     * @param property the property, whose own value it does not have
     * @param hasSession whether a login of the vendor gives it a token
     */
    static JsltVariables ofCall(BeanText call, String property, boolean hasSession) {
        JsltVariables variables = none();
        variables.add("transid", "now", "account", "path");
        variables.either(call.has("credentials"), "needs a property credentials that lists the fields", "credentials");
        variables.either(
                hasSession, "needs a login, a bean of type org.simrelay.steps.Login in a file of the vendor", "token");
        variables.either(
                call.has("sign") && !property.equals("sign"),
                property.equals("sign") ? "is what sign itself gives" : "needs a property sign, whose value it is",
                "sign");
        variables.lacks(
                "stands in a query; a call has what its ask gives as fields, such as .page",
                "cards",
                "card",
                "page",
                "cursor",
                "size",
                "at");
        variables.lacks("stands in a mapping", "asked");
        return variables;
    }

    /** A login's life. */
    static JsltVariables ofLife() {
        JsltVariables variables = none();
        variables.add("now");
        return variables;
    }

    /** A place that gives none: the reply alone. */
    static JsltVariables none() {
        return new JsltVariables(new TreeMap<>(), new TreeMap<>());
    }

    /** What is wrong with a use of a variable; empty where nothing is. */
    String wrong(String name) {
        if (there.containsKey(name)) {
            return "";
        }
        String why = absent.get(name);
        String all = there.isEmpty() ? "there are no variables here" : "there are " + String.join(" ", there.values());
        return why != null
                ? "$" + name + " is not there: it " + why + "; here " + all.replace(" here", "")
                : "there is no variable $" + name + Nearest.text("$" + name, there.values()) + "; " + all;
    }

    private void add(String... names) {
        for (String name : names) {
            there.put(name, "$" + name);
        }
    }

    private void lacks(String why, String... names) {
        for (String name : names) {
            absent.put(name, why);
        }
    }

    private void either(boolean has, String why, String name) {
        if (has) {
            add(name);
        } else {
            lacks(why, name);
        }
    }
}
