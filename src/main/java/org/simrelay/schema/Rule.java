package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * One keyword of a schema that looks at one value by itself.
 *
 * @param takes what it lets pass, for messages: "number or null"
 * @param fits whether a value passes
 */
record Rule(String takes, Predicate<JsonNode> fits) {}
