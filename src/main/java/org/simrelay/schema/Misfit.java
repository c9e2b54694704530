package org.simrelay.schema;

/**
 * What of a value breaks its schema.
 *
 * @param field where it stands, such as {@code dataUsed}; below lists, {@code name[0].id}
 * @param message field, value and what the schema takes there
 * @param kind the same without the value: records that break it alike are told together
 */
public record Misfit(String field, String message, String kind) {}
