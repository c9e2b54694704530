package org.simrelay.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the log says at WARN and above stands in the operators' page, each line as it is, and nothing stands there that it does not say. */
class LoggedLinesTest {

    private static final Path PAGE = Path.of("src/docs/operating.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (ERROR|WARN) `(.+)` \\| .+ \\| .+ \\|$");
    private static final Pattern CALL = Pattern.compile(
            "(?:LOG|MaskedLog\\.class\\))\\s*\\.(warn|error)\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)*)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Lines whose words are made elsewhere; those stand in the page too, and the last test finds them. */
    private static final List<String> BY_OTHERS = List.of(
            "ERROR HandOut …: …",
            "WARN PaceCheck …: …",
            "WARN PaceForecast ",
            "WARN TransactionLog ",
            // its places run together, as no reader of the page would write them
            "WARN AccountSilence … does not answer: nothing for … s, attempt … of …, polls that wait: ……");

    /** Each call's level, class and words, with … in the places of its arguments. */
    private static List<String> calls() throws IOException {
        List<String> calls = new ArrayList<>();
        for (Map.Entry<Path, String> source : sources().entrySet()) {
            String name = source.getKey().getFileName().toString().replace(".java", "");
            Matcher call = CALL.matcher(source.getValue());
            while (call.find()) {
                calls.add(call.group(1).toUpperCase(java.util.Locale.ROOT) + " " + name + " "
                        + joined(call.group(2)).replace("{}", "…"));
            }
        }
        return calls;
    }

    private static String joined(String literals) {
        StringBuilder text = new StringBuilder();
        LITERAL.matcher(literals).results().forEach(part -> text.append(part.group(1)));
        return text.toString().replace("\\\"", "\"");
    }

    private static Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file));
            }
        }
        return sources;
    }

    private static List<String> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
    }

    @Test
    void eachLineOfTheCodeStandsInThePage() throws IOException {
        List<String> rows = rows();
        List<String> calls = calls();
        assertThat(calls).hasSizeGreaterThan(40);
        assertThat(calls)
                .filteredOn(call -> !BY_OTHERS.contains(call))
                .filteredOn(call -> !rows.contains(call.replaceFirst("(\\w+) \\w+ ", "$1 ")))
                .as("these need a row in %s: what it means, and what to do; or they are INFO", PAGE)
                .isEmpty();
    }

    @Test
    void eachLineOfThePageIsSaidByTheCode() throws IOException {
        List<String> said = new ArrayList<>();
        sources()
                .values()
                .forEach(source ->
                        said.add(source.replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"")));
        assertThat(rows()).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(rows())
                .filteredOn(row -> said.stream().noneMatch(source -> says(source, row)))
                .as("these rows of %s are said nowhere", PAGE)
                .isEmpty();
    }

    /** Whether what stands between the places of a row's arguments comes in this order. */
    private static boolean says(String source, String row) {
        // the word of a sweep's end is its result's
        String words = row.replaceFirst("\\w+ ", "").replaceFirst("^… (failed|partial): ", "…: ");
        int at = 0;
        for (String part : words.split("…", -1)) {
            at = at < 0 || part.length() < 2 ? at : source.indexOf(part, at);
        }
        return at >= 0;
    }
}
