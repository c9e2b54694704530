package org.simrelay.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;

/** A function that JSLT may call by its name, with as many arguments as it takes. */
record NamedFunction(String name, int arguments, Body body) implements Function {

    /** What it does. */
    @FunctionalInterface
    interface Body {
        JsonNode of(JsonNode[] arguments);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public int getMinArguments() {
        return arguments;
    }

    @Override
    public int getMaxArguments() {
        return arguments;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] given) {
        return body.of(given);
    }
}
