package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.simrelay.schema.Misfit;
import org.simrelay.schema.Schema;

/** Holds what a mapping makes of an item against the schema of its topic. */
final class MappingMisfits {

    private final Path file;
    private final MappingText text;
    private final Schema schema;
    private final Problems problems;
    private final Set<String> told = new LinkedHashSet<>();

    MappingMisfits(Path file, MappingText text, Schema schema, Problems problems) {
        this.file = file;
        this.text = text;
        this.schema = schema;
        this.problems = problems;
    }

    /** Whether all fitted. */
    boolean isGood() {
        return told.isEmpty();
    }

    /** Warns of the first field that breaks it, each field once. */
    void look(JsonNode value, String what) {
        List<Misfit> misfits = schema.misfits(value);
        if (misfits.isEmpty() || !told.add(misfits.get(0).field())) {
            return;
        }
        Misfit first = misfits.get(0);
        // of a schema that its own examples break too, it is the schema that is wrong
        if (problems.isSaid(error ->
                error.startsWith(schema.file() + " line") && error.contains("breaks it, " + first.field() + ":"))) {
            return;
        }
        String shown = first.message().replaceFirst("^[^:]*: ", "").replaceFirst(" is no .*", "");
        if (problems.isWarned(doubt -> doubt.contains(": " + shown + MappingSlips.IS_NO_WORD))) {
            return;
        }
        problems.warn(file + text.placeOfKey(first.field().replaceFirst("[.\\[].*", "")) + ": what is made of " + what
                + " breaks " + schema.file() + ", " + first.message() + "; mend the one or the other");
    }
}
