package org.simrelay.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a path.
 *
 * @param parameters those of the path and of the query string; of several with one name the first
 * @param trusted whether the right token came with it: card numbers are shown in full to those only
 */
public record WebRequest(Map<String, String> parameters, boolean trusted) {

    /** A parameter of the path or the query string; null where it is not given. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }
}
