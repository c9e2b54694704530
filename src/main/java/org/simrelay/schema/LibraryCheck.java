package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.AnnotationKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All of JSON Schema 2020-12, by networknt's json-schema-validator. */
final class LibraryCheck implements ValueCheck {

    private static final int MOST_SCALE = 1_000;

    private final JsonSchema schema;

    LibraryCheck(JsonNode schema) {
        References.requireEnd(schema);
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_PATH)
                .regularExpressionFactory(BoundedPattern::new)
                .build();
        JsonMetaSchema.Builder dialect = JsonMetaSchema.builder(SchemaId.V202012, JsonMetaSchema.getV202012());
        // what only tells is no unknown keyword
        own(schema, new TreeSet<>()).forEach(keyword -> dialect.keyword(new AnnotationKeyword(keyword)));
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012, builder -> builder.metaSchema(dialect.build()))
                .getSchema(schema, config);
        try {
            this.schema.initializeValidators();
        } catch (JsonSchemaException e) {
            // a reference is looked up when it is first used
            throw new IllegalArgumentException(
                    "a $ref names what is not in the schema ("
                            + String.valueOf(e.getMessage()).replaceFirst("^[: ]+", "") + ")",
                    e);
        }
    }

    /** What of a schema is no JSON Schema 2020-12: a message each. */
    static List<String> problems(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012))
                .validate(schema)
                .stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private static Set<String> own(JsonNode node, Set<String> found) {
        node.fieldNames().forEachRemaining(name -> {
            if (Keywords.isOwn(name)) {
                found.add(name);
            }
        });
        node.forEach(child -> {
            own(child, found);
        });
        return found;
    }

    @Override
    public boolean fits(JsonNode value) {
        return !isBeyond(value) && schema.validate(value).isEmpty();
    }

    /** Whether a number in it is short to write and long to divide, as 1e2000000, over which the library would take minutes. */
    private static boolean isBeyond(JsonNode value) {
        if (value.isBigDecimal()) {
            return Math.abs((long) value.decimalValue().scale()) > MOST_SCALE;
        }
        for (JsonNode part : value) {
            if (isBeyond(part)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void tell(JsonNode value, String field, List<Misfit> misfits) {
        if (isBeyond(value)) {
            String message = "a number has more than " + MOST_SCALE + " zeros";
            misfits.add(new Misfit(field, message, message));
            return;
        }
        for (ValidationMessage message : schema.validate(value)) {
            String path = message.getInstanceLocation().toString();
            String name = path.startsWith("$.") ? path.substring(2) : "";
            misfits.add(new Misfit(name, message.getMessage(), message.getMessage()));
        }
    }
}
