package org.simrelay.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form of the route files, as routes/README.md promises it to operators and to Kaoto. */
class RouteFilesTest {

    private static final Path ROUTES = Path.of("routes");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchema SCHEMA = schema();
    private static final int ONE_SCREEN = 50;

    static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROUTES)) {
            return files.filter(f -> f.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> polls() throws IOException {
        return all().stream().filter(f -> f.startsWith(ROUTES.resolve("polls"))).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isValidAgainstTheSchemaOfCamelsYamlDsl(Path file) throws IOException {
        assertThat(SCHEMA.validate(YAML.readTree(file.toFile())))
                .as(file.toString())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void holdsOneRouteWhoseIdIsTheFilesName(Path file) throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : YAML.readTree(file.toFile())) {
            for (String kind : List.of("route", "routeConfiguration")) {
                if (entry.has(kind)) {
                    ids.add(entry.get(kind).path("id").asText());
                }
            }
        }
        assertThat(ids).containsExactly(id(file));
    }

    @ParameterizedTest
    @MethodSource("polls")
    void pollIsTriggeredByItsVendorAndQueryAndFitsAScreen(Path file) throws IOException {
        JsonNode route = route(file);
        String id = id(file);
        int hyphen = id.indexOf('-');
        String vendor = id.substring(0, hyphen);
        String query = id.substring(hyphen + 1);

        assertThat(route.at("/from/uri").asText()).isEqualTo("quartz:" + vendor + "/" + query);
        assertThat(route.at("/from/parameters/cron").asText()).isEqualTo("{{" + vendor + "." + query + ".cron}}");
        assertThat(route.at("/from/parameters/trigger.timeZone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(route.at("/from/steps/0/to").asText()).isEqualTo("direct:" + vendor + "-sweep");
        assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(ONE_SCREEN);
        assertThat(ROUTES.resolve("mappings").resolve(id + ".jslt")).exists();
    }

    @Test
    void sweepSplitsItsRequestsAsItNeedsThem() throws IOException {
        JsonNode sweep = route(ROUTES.resolve("shared/sweep.camel.yaml"));
        JsonNode steps = sweep.at("/from/steps");
        JsonNode split = steps.at("/1/split");

        assertThat(sweep.at("/routeConfigurationId").asText()).isEqualTo("retries");
        assertThat(steps.at("/0/process/ref").asText()).isEqualTo("startSweep");
        assertThat(steps.at("/2/process/ref").asText()).isEqualTo("endSweep");
        assertThat(split.get("streaming").asText()).isEqualTo("true");
        assertThat(split.get("parallelProcessing").asText()).isEqualTo("true");
        assertThat(split.get("executorService").asText()).isEqualTo("requestThreads");
        assertThat(split.get("onPrepare").asText()).isEqualTo("openRequest");
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachStepOfOursSaysWhatItDoes(Path file) throws IOException {
        for (JsonNode process : YAML.readTree(file.toFile()).findValues("process")) {
            assertThat(process.path("description").asText())
                    .as(file + ": " + process.path("ref").asText())
                    .isNotBlank();
        }
    }

    @Test
    void everySettingThatARouteNamesStandsInTheSettingsFile() throws IOException {
        String settings = Files.readString(Path.of("config/application.properties"));
        for (Path file : all()) {
            Matcher placeholder = Pattern.compile("\\{\\{([^}:]+)[^}]*}}").matcher(Files.readString(file));
            while (placeholder.find()) {
                String key = placeholder.group(1);
                assertThat(settings).as(file.toString()).containsAnyOf("\n" + key + "=", "\n#" + key + "=");
            }
        }
    }

    @Test
    void idsAreUniqueOverAllFolders() throws IOException {
        assertThat(all().stream().map(RouteFilesTest::id).toList()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noRouteHoldsALiteralSecret(Path file) throws IOException {
        Matcher secret = Pattern.compile(
                        "(?i)\\b(password|accessToken|token|appid|account)\\b\\s*[=:]\\s*[\"']?([^\\s\"'&]+)")
                .matcher(Files.readString(file).replaceAll("(?m)^\\s*#.*$", ""));
        while (secret.find()) {
            // what is there is an expression over the exchange or, in JSLT, over a reply
            assertThat(secret.group(2))
                    .as(file + ": " + secret.group())
                    .matches("(\\$\\{|\\$credentials\\.|\\$token|\\$sign|\\.).*");
        }
    }

    @Test
    void noRouteNamesASecretByItsSetting() throws IOException {
        for (Path file : all()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("password}}", "appid}}");
        }
    }

    @Test
    void noJavaOfTheServiceKnowsAQuery() throws IOException {
        List<String> queries = List.of(
                "arrearage",
                "usage",
                "balance",
                "expiry",
                "tariff",
                "cardstatus",
                "dayusage",
                "onelink",
                "monthusage",
                "Exceed",
                "Surplus");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                // rebalance is Kafka's word
                String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|[rR]ebalance", "");
                assertThat(queries).as(file.toString()).noneMatch(code::contains);
            }
        }
    }

    private static JsonNode route(Path file) throws IOException {
        for (JsonNode entry : YAML.readTree(file.toFile())) {
            if (entry.has("route")) {
                return entry.get("route");
            }
        }
        throw new AssertionError(file + " has no route");
    }

    private static String id(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString().replace(".camel.yaml", "");
    }

    private static JsonSchema schema() {
        try (InputStream json = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
