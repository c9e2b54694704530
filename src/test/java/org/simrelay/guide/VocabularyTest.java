package org.simrelay.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simrelay.reply.Outcome;
import org.simrelay.steps.Call;
import org.simrelay.steps.JudgeReply;
import org.simrelay.steps.Login;
import org.simrelay.steps.Query;

/** The tables of routes/README.md name what there is: each property, outcome and step, and no other. */
class VocabularyTest {

    @Test
    void propertiesOfAQuery() {
        assertThat(Guide.between("## The query", "| variable |").names()).hasSameElementsAs(properties(Query.class));
    }

    @Test
    void waysToAskAreJslt() {
        Guide ways = Guide.between("| to ask for |", "JSLT that begins");
        assertThat(ways.valuesOf("ask")).hasSizeGreaterThan(3).allSatisfy(jslt -> new Query().setAsk(jslt));
        assertThat(ways.valuesOf("list")).hasSizeGreaterThan(1).allSatisfy(jslt -> new Query().setList(jslt));
        assertThat(ways.valuesOf("next")).isNotEmpty().allSatisfy(jslt -> new Query().setNext(jslt));
    }

    @Test
    void propertiesOfACall() {
        assertThat(Guide.between("## The call", "| variable |").names())
                .map(name -> name.startsWith("most.") ? "most" : name)
                .hasSameElementsAs(properties(Call.class));
    }

    @Test
    void propertiesOfALogin() {
        assertThat(Guide.between("## The login", "## ").names()).hasSameElementsAs(properties(Login.class));
    }

    @Test
    void propertiesOfATableOfCodes() {
        assertThat(Guide.between("## The table of codes", "### ").names())
                .hasSameElementsAs(properties(JudgeReply.class));
    }

    @Test
    void outcomesThatATableMayName() {
        assertThat(Guide.between("### Outcomes", "## ").names())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Outcome.values())
                        // no vendor says so
                        .filter(outcome -> outcome != Outcome.INVALID && outcome != Outcome.UNPUBLISHED)
                        .map(Outcome::word)
                        .toList());
    }

    @Test
    void stepsAreClassesOfTheirNames() {
        assertThat(steps()).hasSizeGreaterThan(10).allMatch(VocabularyTest::isStep);
    }

    @Test
    void stepsThatRoutesNameAreThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".camel.yaml")).toList()) {
                // what is no class is a bean of a file's own
                assertThat(Files.readString(file).lines().map(String::strip))
                        .filteredOn(line -> line.startsWith("ref: "))
                        .map(line -> line.substring("ref: ".length()))
                        .filteredOn(VocabularyTest::isStep)
                        .isSubsetOf(steps());
            }
        }
    }

    private static List<String> steps() {
        return Guide.between("## The steps", "Beans for endpoints").names();
    }

    private static boolean isStep(String name) {
        String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Files.exists(Path.of("src/main/java/org/simrelay/steps", type + ".java"));
    }

    private static List<String> properties(Class<?> bean) {
        return Arrays.stream(bean.getMethods())
                .map(method -> method.getName())
                .filter(name -> name.startsWith("set") && !name.equals("setCamelContext"))
                .map(name -> name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4))
                .toList();
    }
}
