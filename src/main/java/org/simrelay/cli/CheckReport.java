package org.simrelay.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.Finding;
import org.simrelay.mask.Mask;
import org.simrelay.records.Json;

/** What {@code check} found, for a person or for a program. */
final class CheckReport {

    private CheckReport() {}

    /** A line a finding, the errors first. */
    static void lines(List<Finding> findings, PrintWriter err) {
        for (Finding finding : findings) {
            Console.line(err, severity(finding) + ": " + finding.text());
        }
        err.flush();
    }

    /** A list of objects: severity, file, line, column, key, message, remedy; what is not known is null. */
    static String json(List<Finding> findings) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (Finding finding : findings) {
            ObjectNode one = all.addObject();
            one.put("severity", severity(finding));
            one.put("file", masked(finding.file()));
            one.put("line", finding.line());
            one.put("column", finding.column());
            one.put("key", masked(finding.key()));
            one.put("message", masked(finding.message()));
            one.put("remedy", masked(finding.remedy()));
        }
        return all.toPrettyString();
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : Mask.line(text);
    }
}
