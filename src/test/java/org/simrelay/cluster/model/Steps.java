package org.simrelay.cluster.model;

import org.jspecify.annotations.Nullable;

/** Takes the steps that are possible in a state. */
interface Steps {

    /**
     * @param what happens, to be read by a person
     * @param next the state behind it
     * @param broken the promise that this step breaks; null for none
     */
    void add(String what, long next, @Nullable String broken);

    default void add(String what, long next) {
        add(what, next, null);
    }
}
