package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.TestSweeps;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;

/** Mistakes as people make them, each planted into a file as it is shipped: check names the file, the line and what to do. */
class MistakesTest {

    private static final String USAGE = "polls/iotbos-usage";

    private final Settings settings = TestSweeps.settings(Map.of());
    private final Installation home = new Installation(settings, new RouteFiles(Path.of("routes"), settings));
    private final RouteCheck check = new RouteCheck(settings);

    static List<Arguments> mistakes() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/check/mistakes.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Splitter.on(" || ").splitToList(line))
                .map(parts -> arguments(parts.get(0), text(parts.get(1)), text(parts.get(2)), " " + parts.get(3)))
                .toList();
    }

    private static String text(String escaped) {
        return escaped.replace("\\n", "\n").replace("\\t", "\t");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNamedWithFileAndLine(String name, String right, String wrong, String expected) throws IOException {
        Path file = Path.of("routes", name + ".camel.yaml");
        String shipped = Files.readString(file);
        String planted = shipped.replace(right, wrong);
        assertThat(planted).isNotEqualTo(shipped);
        String said = file + place(expected, shipped, planted);
        assertThat(check.problems(home, file, planted))
                .anySatisfy(problem -> assertThat(problem).startsWith(said));
    }

    /** With # for the first line that was changed, #-2 for the second above it. */
    static String place(String expected, String shipped, String planted) {
        List<String> before = shipped.lines().toList();
        List<String> after = planted.lines().toList();
        int changed = 0;
        while (changed < before.size() && before.get(changed).equals(after.get(changed))) {
            changed++;
        }
        Matcher place = Pattern.compile("#([+-][0-9]+)?").matcher(expected);
        int line = changed + 1;
        return place.replaceFirst(
                found -> String.valueOf(line + (found.group(1) == null ? 0 : Integer.parseInt(found.group(1)))));
    }

    @Test
    void aPollOfAnotherVendorIsToldWhatThatNeeds() throws IOException {
        Path file = Path.of("routes/polls/acme-usage.camel.yaml");
        String text = Files.readString(Path.of("routes", USAGE + ".camel.yaml"))
                .replace("iotbos-usage", "acme-usage")
                .replace("quartz:iotbos", "quartz:acme")
                .replace("iotbos-sweep", "acme-sweep");
        assertThat(check.problems(home, file, text))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(file + " line 1: the vendor acme has no route that begins with direct:acme-sweep")
                        .contains("routes/vendors/acme-sweep.camel.yaml and acme-call.camel.yaml"))
                .anySatisfy(problem -> assertThat(problem).contains("begins with direct:acme-call"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("routes/mappings/acme-usage.jslt is not there: the poll acme-usage needs"))
                .hasSize(3);
    }

    @Test
    void allIsSaidAtOnce() throws IOException {
        Path file = Path.of("routes", USAGE + ".camel.yaml");
        String text = Files.readString(file)
                .replace("batch:", "bacth:")
                .replace("card: .num", "card: num")
                .replace("{{iotbos.usage.cron}}", "{{iotbos.usage.corn}}");
        assertThat(check.problems(home, file, text))
                .anySatisfy(problem -> assertThat(problem).contains(" line 6: "))
                .anySatisfy(problem -> assertThat(problem).contains(" line 10 "))
                .anySatisfy(problem -> assertThat(problem).contains(" line 17: "));
    }

    @Test
    void theShippedFilesHaveNone() {
        assertThat(home.files().all()).isNotEmpty().allSatisfy(file -> assertThat(
                        check.problems(home, file, RouteCheck.text(file)))
                .isEmpty());
    }
}
