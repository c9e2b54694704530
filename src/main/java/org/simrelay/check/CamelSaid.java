package org.simrelay.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Camel says of a route that it cannot make, in our words, with the file and line that it is about as far as they can be found. */
final class CamelSaid {

    private static final Pattern PLACED = Pattern.compile(
            "(?s)(?<what>.*?)\\s+in file:(?<file>\\S+), line (?<line>[0-9]+), column (?<column>[0-9]+).*");
    private static final Pattern ROUTE = Pattern.compile("Failed to create route: (?<id>[\\w-]+)");
    private static final Pattern METHOD =
            Pattern.compile("Method with name: (?<name>\\S+) not found on bean: (?<type>[\\w.$]+)");
    private static final Pattern CLASS = Pattern.compile("ClassNotFoundException: (?<name>[\\w.$]+)");
    private static final Pattern FORMAT = Pattern.compile("Data format '(?<name>[^']+)' could not be created");
    private static final Pattern KEY = Pattern.compile("Property with key \\[(?<name>[^\\]}]+)");
    private static final Pattern SIMPLE = Pattern.compile(
            "(?:Unexpected token|Binary operator|Unknown function|Valid syntax)[^\\n]*? at location (?<at>[0-9]+)\\s*\\n(?<text>[^\\n]+)");
    private static final Pattern OBJECT = Pattern.compile("@[0-9a-f]{4,}");

    private final List<RouteFile> files;

    private CamelSaid(List<RouteFile> files) {
        this.files = files;
    }

    /** @param said of the outermost and the innermost exception */
    static String of(String said, List<RouteFile> files) {
        return new CamelSaid(files).words(said);
    }

    private String words(String said) {
        Matcher placed = PLACED.matcher(said);
        if (placed.matches()) {
            return placed.group("file") + " line " + placed.group("line") + " column " + placed.group("column") + ": "
                    + yaml(placed.group("what").strip().replaceAll("\\s+", " "));
        }
        Matcher route = ROUTE.matcher(said);
        RouteFile file = route.find() ? file(route.group("id")) : null;
        for (Pattern pattern : List.of(METHOD, CLASS, FORMAT, KEY)) {
            Matcher found = pattern.matcher(said);
            if (found.find()) {
                return place(found.group("name"), 0, file) + named(pattern, found);
            }
        }
        Matcher simple = SIMPLE.matcher(said);
        if (simple.find()) {
            int at = Integer.parseInt(simple.group("at"));
            String text = simple.group("text").strip();
            String sign = at < text.length() ? text.substring(at, at + 1) : "its end";
            return place(text, Math.min(at, text.length()), file) + "the expression cannot be read at " + sign
                    + ": two are compared by ==, and a text stands in single quotes; mend it";
        }
        if (file == null) {
            return said;
        }
        int because = said.lastIndexOf("because: ");
        String reason = OBJECT.matcher(because < 0 ? said : said.substring(because + "because: ".length()))
                .replaceAll("")
                .replaceAll("\\s+", " ");
        return file.path() + " line 1: the route cannot be made: " + reason + "; mend it";
    }

    private static String yaml(String what) {
        if (what.startsWith("Unsupported field: ")) {
            return "there is no field " + what.substring("Unsupported field: ".length()) + " here; mend or remove it";
        }
        return what.startsWith("Uri should not contains query parameters")
                ? "uri has parameters behind a ?, which belong below parameters: beside it; write each in a line of its own there"
                : what + "; mend it";
    }

    private static String named(Pattern pattern, Matcher found) {
        String name = found.group("name");
        if (pattern == METHOD) {
            return "there is no method " + name + " in " + found.group("type").replaceFirst(".*\\.", "")
                    + "; mend its name";
        }
        if (pattern == CLASS) {
            return "there is no class " + name + "; mend its name";
        }
        return pattern == FORMAT
                ? "there is no data format " + name + " here; write Jackson"
                : "{{" + name.replaceFirst("[}&].*", "") + " is a placeholder that is not closed; write {{key}}";
    }

    private @Nullable RouteFile file(String id) {
        return files.stream().filter(file -> file.id().equals(id)).findFirst().orElse(null);
    }

    /** Where a text stands, as the name of a file with line and column; the file alone where it is nowhere as it is written. */
    private String place(String text, int offset, @Nullable RouteFile ofRoute) {
        String wanted = text.toLowerCase(Locale.ROOT);
        for (RouteFile file : files) {
            List<String> lines = file.text().lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                int at = lines.get(line)
                        .replaceFirst("^\\s*#.*", "")
                        .toLowerCase(Locale.ROOT)
                        .indexOf(wanted);
                if (at >= 0) {
                    return file.path() + " line " + (line + 1) + " column " + (at + offset + 1) + ": ";
                }
            }
        }
        Path path = ofRoute == null ? null : ofRoute.path();
        return path == null ? "" : path + " line 1: ";
    }
}
