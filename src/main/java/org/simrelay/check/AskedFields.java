package org.simrelay.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.simrelay.config.Nearest;

/** Looks at what a mapping reads of {@code $asked}: whether the poll's {@code ask} gives it. */
final class AskedFields {

    private AskedFields() {}

    /**
     * What is wrong: messages with file, line, column and remedy.
     *
     * @param asked what a request asks with; without fields nothing can be told
     */
    static List<String> problems(Path mapping, MappingText text, ObjectNode asked) {
        List<String> wrong = new ArrayList<>();
        for (JsltScan.Use use : JsltScan.of(text.text()).uses()) {
            String field = use.field();
            if (use.text().equals("$asked") && field != null && !asked.isEmpty() && !asked.has(field)) {
                List<String> names = ImmutableList.copyOf(asked.fieldNames());
                wrong.add(mapping + text.place(use.offset()) + ": $asked has no field " + field
                        + Nearest.text(field, names) + ": the ask of the poll gives " + String.join(", ", names)
                        + "; mend the one or the other");
            }
        }
        return wrong;
    }
}
