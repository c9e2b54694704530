package org.simrelay.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a path.
 *
 * @param parameters those of the path and of the query string; of several with one name the first
 * @param trusted whether the right token came with it: card numbers are shown in full to those only
 * @param fromPeer whether another machine of the group sent it on
 */
public record WebRequest(Map<String, String> parameters, boolean trusted, boolean fromPeer) {

    /** The header that says which machine sent a request on; it is not sent on again. */
    public static final String PEER = "Simrelay-Peer";

    /** As a person asks. */
    public WebRequest(Map<String, String> parameters, boolean trusted) {
        this(parameters, trusted, false);
    }

    /** A parameter of the path or the query string; null where it is not given. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }
}
