package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a topic's values. Thread-safe. */
public final class Schema {

    /** Of a topic that has none: every value fits. */
    public static final Schema NONE = new Schema("", NullNode.instance, null, true);

    private final String file;
    private final JsonNode json;
    private final @Nullable ValueCheck check;
    private final boolean isCompiled;

    private Schema(String file, JsonNode json, @Nullable ValueCheck check, boolean isCompiled) {
        this.file = file;
        this.json = json;
        this.check = check;
        this.isCompiled = isCompiled;
    }

    /**
     * Compiles a schema.
     *
     * @param file where it stands, for messages
     * @throws IllegalArgumentException with what is wrong and where in the schema
     */
    static Schema of(String file, JsonNode json) {
        ValueCheck compiled = Compiler.compile(json);
        if (compiled != null) {
            return new Schema(file, json, compiled, true);
        }
        List<String> wrong = LibraryCheck.problems(json);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong.get(0));
        }
        return new Schema(file, json, new LibraryCheck(json), false);
    }

    /** Whether there is one. */
    public boolean isThere() {
        return check != null;
    }

    /** Whether each record is looked at by compiled code; else by the library, which costs some microseconds more. */
    public boolean isCompiled() {
        return isCompiled;
    }

    /** Where it stands. */
    public String file() {
        return file;
    }

    /** The schema itself; JSON's null where there is none. */
    public JsonNode json() {
        return json;
    }

    /** What of a value breaks it first; null where all of it fits. */
    public @Nullable Misfit misfit(JsonNode value) {
        if (check == null || check.fits(value)) {
            return null;
        }
        return misfits(value).get(0);
    }

    /** All that breaks it: a message each, with the field first. */
    public List<String> problems(JsonNode value) {
        return misfits(value).stream().map(Misfit::message).toList();
    }

    /** As {@link #problems}, with the fields. */
    public List<Misfit> misfits(JsonNode value) {
        List<Misfit> misfits = new ArrayList<>();
        if (check != null) {
            check.tell(value, "", misfits);
        }
        return misfits;
    }
}
