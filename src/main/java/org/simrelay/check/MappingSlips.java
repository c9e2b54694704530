package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.Nearest;
import org.simrelay.schema.Schema;

/** Looks in a mapping, and in what it imports, for words that are nearly those of the schema, and for comparisons that are never true. */
final class MappingSlips {

    /** What is said of a text that is nearly one. */
    static final String IS_NO_WORD = " is no word of the schema";

    private static final Pattern IMPORT = Pattern.compile("import\\s+\"(?:[^\"]*/)?([^\"/]+)\"");
    private static final Pattern TOKEN = Pattern.compile("//[^\\n]*|\"(?<text>[^\"\\\\\\n]*)\"(?<key>\\s*:)?");
    private static final Pattern LET = Pattern.compile(
            "let\\s+(?<name>[A-Za-z_][\\w-]*)\\s*=\\s*(?<kind>int|decimal|number|round|size|text|string|date|time)\\s*\\(");
    private static final Pattern COMPARED = Pattern.compile(
            "\\$(?<name>[A-Za-z_][\\w-]*)\\s*(?:==|!=)\\s*(?<with>\"(?<quoted>[^\"]*)\"|-?[0-9]+(?:\\.[0-9]+)?)");
    private static final Set<String> NUMBERS = Set.of("int", "decimal", "number", "round", "size");
    /** What stands before a text that is given as a value: a condition's end, else, a key. */
    private static final Pattern IS_GIVEN = Pattern.compile("(\\)|\\belse|:)\\s*$");
    /** Words that the service gives itself. */
    private static final Set<String> SERVICES = Set.of("left", "cleared");

    private static final int SHORTEST = 4;
    private static final int LONG = 6;

    private MappingSlips() {}

    /** What may be wrong, to warn of: messages with file, line, column and remedy. */
    static List<String> doubtful(Path mapping, Schema schema) {
        List<String> doubtful = new ArrayList<>();
        Map<Path, String> texts = new LinkedHashMap<>();
        read(mapping, texts);
        texts.forEach((file, text) -> comparisons(file, new MappingText(text), doubtful));
        if (schema.isThere()) {
            words(texts, words(schema), doubtful);
        }
        return doubtful;
    }

    private static void read(Path file, Map<Path, String> texts) {
        if (!texts.containsKey(file) && Files.isRegularFile(file)) {
            String text = FolderFiles.text(file);
            texts.put(file, text);
            IMPORT.matcher(text).results().forEach(named -> read(file.resolveSibling(named.group(1)), texts));
        }
    }

    private static Set<String> words(Schema schema) {
        Set<String> words = new TreeSet<>();
        for (JsonNode field : schema.json().path("properties")) {
            field.path("enum").forEach(value -> words.add(value.asText()));
        }
        words.removeAll(SERVICES);
        return words;
    }

    /** A text that is nearly a word of the schema, where nothing gives that word itself. */
    private static void words(Map<Path, String> texts, Set<String> words, List<String> doubtful) {
        Set<String> given = new TreeSet<>();
        texts.values().forEach(text -> TOKEN.matcher(text).results().forEach(token -> {
            if (token.group(1) != null) {
                given.add(token.group(1));
            }
        }));
        texts.forEach((file, text) -> {
            Matcher token = TOKEN.matcher(text);
            while (token.find()) {
                String said = token.group("text");
                if (said == null
                        || token.group("key") != null
                        || said.length() < SHORTEST
                        || words.contains(said)
                        || !IS_GIVEN.matcher(text.substring(0, token.start())).find()) {
                    continue;
                }
                String nearest = words.stream()
                        .filter(word -> word.startsWith(said))
                        .findFirst()
                        .orElse(Nearest.of(said, words));
                if (nearest != null
                        && !given.contains(nearest)
                        && nearest.length() >= SHORTEST
                        && isSlip(said, nearest)) {
                    doubtful.add(file + new MappingText(text).place(token.start()) + ": \"" + said + "\"" + IS_NO_WORD
                            + " (did you mean \"" + nearest + "\"?); mend it");
                }
            }
        });
    }

    private static boolean isSlip(String said, String word) {
        return Nearest.distance(said.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT))
                        <= (said.length() < LONG ? 1 : 2)
                || word.startsWith(said);
    }

    private static void comparisons(Path file, MappingText text, List<String> doubtful) {
        Map<String, String> kinds = new LinkedHashMap<>();
        LET.matcher(text.text()).results().forEach(let -> kinds.put(let.group(1), let.group(2)));
        Matcher compared = COMPARED.matcher(text.text());
        while (compared.find()) {
            String kind = kinds.get(compared.group("name"));
            String quoted = compared.group("quoted");
            String place = file + text.place(compared.start("with")) + ": ";
            if (kind != null && NUMBERS.contains(kind) != (quoted == null)) {
                doubtful.add(place + "$" + compared.group("name") + " is " + (quoted == null ? "a text" : "a number")
                        + " and is never " + compared.group("with") + ", which is "
                        + (quoted == null ? "a number; write it in quotes" : "a text; write it without quotes"));
            } else if (quoted != null && !quoted.isBlank() && !quoted.equals(quoted.strip())) {
                doubtful.add(place + "the text has a blank at its " + (quoted.startsWith(" ") ? "beginning" : "end")
                        + "; remove it, or leave it if the vendor has it");
            }
        }
    }
}
