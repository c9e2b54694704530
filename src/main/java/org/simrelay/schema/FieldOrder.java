package org.simrelay.schema;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.schema.NodeCheck.Field;

/**
 * Finds fields by where they stood last: a mapping gives the same names, as the same objects, in the same order each time, and to
 * look each up costs as much as to check it. Thread-safe: what one thread has not seen of another is looked up again.
 */
final class FieldOrder {

    private static final int MOST = 64;

    /** A name that was looked up. */
    private record Known(String name, @Nullable Field field) {}

    private final Map<String, Field> fields;
    private final @Nullable Known[] last;

    /** @param fields by name */
    FieldOrder(Map<String, Field> fields) {
        this.fields = fields;
        this.last = new Known[Math.min(MOST, fields.size())];
    }

    /** The field of this name, which stands at this place of a value; null where there is none. */
    @Nullable Field at(int place, String name) {
        if (place >= last.length) {
            return fields.get(name);
        }
        Known known = last[place];
        // the same object, since to compare texts is what this saves
        if (known == null || !isSame(known.name, name)) {
            known = new Known(name, fields.get(name));
            last[place] = known;
        }
        return known.field;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(String one, String other) {
        return one == other;
    }
}
