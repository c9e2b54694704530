package org.simrelay.check;

import java.nio.file.Path;
import java.util.Set;
import org.simrelay.config.Nearest;

/** Looks at the fields that a poll's mapping reads: whether the vendor's items have them, as far as the samples tell. */
final class ReadFieldsCheck {

    /** How many letters a name may differ from a field of the samples to be taken for a slip. */
    private static final int NEAR = 2;

    private ReadFieldsCheck() {}

    /**
     * Tells of each field that no sample has: as an error where it is nearly one of theirs, as a warning where it may be rare.
     *
     * @param file of the mapping
     * @param samples without items nothing can be told
     */
    static void look(Path file, MappingText text, SampleItems samples, Problems problems) {
        Set<String> known = samples.fields();
        known.addAll(text.shownAtHead());
        if (samples.items().isEmpty()) {
            return;
        }
        for (MappingText.Field field : text.fields()) {
            if (known.contains(field.name())) {
                continue;
            }
            String nearest = Nearest.of(field.name(), known);
            boolean typed = nearest != null && Nearest.distance(field.name(), nearest) <= NEAR;
            String said = file + field.place() + ": no item of its scenarios has ." + field.name()
                    + (nearest == null ? "" : " (did you mean " + nearest + "?)")
                    + "; mend it, or show it in a scenario or in the comment at the head";
            if (typed) {
                problems.add(said);
            } else {
                problems.warn(said);
            }
        }
    }
}
