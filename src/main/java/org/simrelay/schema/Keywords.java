package org.simrelay.schema;

import java.util.Set;
import java.util.TreeSet;

/** The keywords of JSON Schema 2020-12. */
final class Keywords {

    /** They only tell. */
    static final Set<String> TELLING = Set.of(
            "$schema",
            "$id",
            "$comment",
            "title",
            "description",
            "examples",
            "default",
            "deprecated",
            "readOnly",
            "writeOnly",
            "contentMediaType",
            "contentEncoding");

    /** They are compiled. */
    static final Set<String> COMPILED = Set.of(
            "type",
            "enum",
            "const",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "properties",
            "required",
            "additionalProperties",
            "items");

    /** They are left to the library. */
    private static final Set<String> OTHERS = Set.of(
            "$ref",
            "$defs",
            "$anchor",
            "$dynamicRef",
            "$dynamicAnchor",
            "$vocabulary",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "dependentSchemas",
            "dependentRequired",
            "prefixItems",
            "contains",
            "minContains",
            "maxContains",
            "patternProperties",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "contentSchema");

    private Keywords() {}

    /** Of the schema's own, {@code x-unit}: they only tell. */
    static boolean isOwn(String keyword) {
        return keyword.startsWith("x-");
    }

    /** All of them. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(TELLING);
        all.addAll(COMPILED);
        all.addAll(OTHERS);
        return all;
    }
}
