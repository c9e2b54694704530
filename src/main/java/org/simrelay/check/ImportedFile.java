package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;

/** Of an import whose file is not there, where it stands and what there is. */
final class ImportedFile {

    private static final Pattern IMPORT = Pattern.compile("import\\s+\"([^\"]*)\"");

    private ImportedFile() {}

    /**
     * A message with the line and column of the import; null where the mapping itself has none of this name, or the file is there.
     *
     * @param said what is wrong with it, which begins with its name
     */
    static @Nullable String missing(Path mapping, String text, String said) {
        Matcher imported = IMPORT.matcher(text);
        while (imported.find()) {
            String name = imported.group(1);
            if (said.startsWith(name + ",") && !Files.exists(mapping.resolveSibling(name))) {
                String before = text.substring(0, imported.start(1));
                int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
                return mapping + " line " + line + " column " + (before.length() - before.lastIndexOf('\n'))
                        + ": the import names " + name + ", which is not in " + mapping.resolveSibling("")
                        + nearest(mapping, name) + "; mend the name, or add the file";
            }
        }
        return null;
    }

    /** Without the folders that may stand before it: imports are of the mappings' own folder. */
    private static String nearest(Path mapping, String name) {
        String own = name.substring(name.lastIndexOf('/') + 1);
        Path folder = mapping.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder == null ? mapping.toAbsolutePath() : folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".jslt"))
                    .toList();
            return names.contains(own) ? " (did you mean " + own + "?)" : Nearest.text(own, names);
        } catch (IOException e) {
            return "";
        }
    }
}
