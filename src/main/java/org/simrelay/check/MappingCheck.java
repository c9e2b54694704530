package org.simrelay.check;

import com.schibsted.spt.data.jslt.JsltException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.mapping.Jslt;

/** Looks at a poll's mapping: whether it is there and can be read, and whether what it names is there. */
final class MappingCheck {

    private MappingCheck() {}

    /** What is wrong: messages with file, line, column and remedy. */
    static List<String> problems(String poll, Path mapping) {
        if (!Files.exists(mapping)) {
            return List.of(mapping + " is not there: the poll " + poll
                    + " needs a mapping of its name, which makes a record of each item; add it");
        }
        String text;
        try {
            text = TextFile.read(mapping);
        } catch (IOException | SettingsException e) {
            return List.of(
                    e instanceof SettingsException
                            ? String.valueOf(e.getMessage())
                            : mapping + " cannot be read (" + e.getMessage() + "); mend it");
        }
        if (text.isBlank()) {
            return List.of(
                    mapping + " line 1: the mapping is empty; write the object that is to be published of an item");
        }
        List<String> wrong = new ArrayList<>();
        boolean functions = true;
        JsltVariables variables = JsltVariables.ofMapping();
        for (JsltScan.Use use : JsltScan.of(text).uses()) {
            String said = JsltCheck.wrong(use, variables);
            functions &= use.isVariable() || said.isEmpty();
            if (!said.isEmpty()) {
                wrong.add(mapping + place(text, use.offset()) + ": " + said);
            }
        }
        for (TimeFormats.Wrong format : TimeFormats.in(text)) {
            wrong.add(mapping + place(text, format.offset()) + ": " + format.near() + ": " + format.said());
        }
        // of a function that is not there JSLT would say the same again
        if (functions) {
            try {
                Jslt.check(mapping);
            } catch (IllegalArgumentException e) {
                wrong.add(
                        e.getCause() instanceof JsltException thrown
                                ? said(mapping, text, thrown)
                                : String.valueOf(e.getMessage()));
            }
        }
        return wrong;
    }

    private static String said(Path mapping, String text, JsltException thrown) {
        String words = thrown.getMessageWithoutLocation();
        if (words.startsWith(mapping.toAbsolutePath().getParent() + File.separator)) {
            // of a file that it imports, which others import too
            String own = words.substring(
                    String.valueOf(mapping.toAbsolutePath().getParent()).length() + 1);
            String missing = ImportedFile.missing(mapping, text, own);
            if (missing != null) {
                return missing;
            }
            return mapping.resolveSibling("")
                    + File.separator
                    + own
                    + (words.contains("; ") ? "" : "; add it, or mend the import");
        }
        String source = thrown.getSource();
        Path file = source == null || source.startsWith("<")
                ? mapping
                : mapping.resolveSibling(Path.of(source).getFileName());
        Matcher place = JsltProblem.PLACE.matcher(thrown.getMessageWithoutLocation());
        String at = place.find()
                ? " line " + place.group(1) + " column " + place.group(2)
                : thrown.getLine() > 0 ? " line " + thrown.getLine() + " column " + thrown.getColumn() : "";
        return file + at + ": "
                + JsltProblem.of(file.equals(mapping) ? text : "", thrown).words();
    }

    private static String place(String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return " line " + line + " column " + (offset - before.lastIndexOf('\n'));
    }
}
