package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
    private static final String ARREARAGE = "polls/cmiot-arrearage";
    private static final String CALL = "vendors/cmiot-call";
    private static final String LOGIN = "vendors/iotbos-call";

    private static final String SWEEP = "shared/sweep";

    private final Settings settings = TestSweeps.settings(Map.of());
    private final Installation home = new Installation(settings, new RouteFiles(Path.of("routes"), settings));
    private final RouteCheck check = new RouteCheck(settings);

    static List<Arguments> mistakes() {
        return List.of(
                // YAML
                arguments(
                        ARREARAGE,
                        "\"pageSize\": $size",
                        "\"pageSize\": \"$size\"",
                        "",
                        "",
                        " line # column 79: ask: $size in quotes is a text; write it without them"),
                arguments(USAGE, "list: .data.date", "list:", "", "", " line #: list has no value; add it"),
                arguments(
                        USAGE,
                        "list: .data.date",
                        "list: $.data.date",
                        "",
                        "",
                        " line # column 16: list: the JSLT cannot be read at .: a field begins with the dot itself"),
                arguments(
                        USAGE,
                        "$cards, \",\")}",
                        "$cards, \",\") \"x\"}",
                        "",
                        "",
                        " line # column 48: ask: the JSLT cannot be read at \"x\""),
                arguments(USAGE, "        - to: direct", "        to: direct", "", "", " line #: steps must be a list"),
                arguments(
                        USAGE,
                        "{{iotbos.usage.cron}}",
                        "{{ iotbos.usage.cron }}",
                        "",
                        "",
                        " line #: cron has {{ iotbos.usage.cron }}, which is no placeholder"),
                arguments(
                        USAGE,
                        "\"{{iotbos.usage.cron}}\"",
                        "\"*/5 * * * *\"",
                        "",
                        "",
                        " line #: cron is \"*/5 * * * *\", which Quartz cannot read"),
                arguments(
                        USAGE,
                        "quartz:iotbos/usage",
                        "quarz:iotbos/usage",
                        "",
                        "",
                        " line #: the route begins with quarz:iotbos/usage, but there is no component quarz (did you mean quartz?)"),
                arguments(
                        USAGE,
                        "quartz:iotbos/usage",
                        "quartz:iotbos/state",
                        "",
                        "",
                        " line #: the route begins with quartz:iotbos/state, and so does that of routes/polls/iotbos-state.camel.yaml"),
                arguments(
                        USAGE,
                        "    id: iotbos-usage",
                        "    id: iotbos-use",
                        "",
                        "",
                        " line #: the file must hold one route with the id \"iotbos-usage\""),
                arguments(
                        CALL,
                        "vendor: cmiot",
                        "vendor: cmoit",
                        "",
                        "",
                        " line #: vendor is cmoit, of which there is no file (did you mean cmiot?)"),
                arguments(
                        CALL,
                        "          later: 20\n",
                        "          later 20\n",
                        "",
                        "",
                        " line #-4: codes: the line \"later 20\" has no outcome"),
                arguments(
                        "vendors/iotbos-login",
                        "path: /Api",
                        "path: Api",
                        "",
                        "",
                        " line #: path must begin with a slash"),
                arguments(
                        USAGE,
                        "\"{{iotbos.batch-size}}\"",
                        "{{iotbos.batch-size}}",
                        "",
                        "",
                        " line #: batch is a map to YAML; put {{…}} in double"),
                arguments(USAGE, "        path:", "\tpath:", "", "", " is no YAML, line # column 1: found character"),
                arguments(USAGE, "        path:", "          path:", "", "", " is no YAML, line # column"),
                arguments(
                        USAGE,
                        "        card: .num",
                        "        card: .num\n        list: .data",
                        "",
                        "",
                        " is no YAML, line # column 9: found duplicate key list"),
                arguments(
                        USAGE,
                        "ask: '{",
                        "ask: {",
                        "}'",
                        "}",
                        " is no YAML, line # column 45: expected ',' or '}', but got <scalar> (JSLT that begins with {"),
                arguments(USAGE, "path: /Api", "path:/Api", "", "", " is no YAML, line #+1 column"),
                arguments(
                        USAGE,
                        "{{iotbos.batch-size}}\"",
                        "{{iotbos.batch-size}}",
                        "",
                        "",
                        " is no YAML, line #+2 column"),
                arguments(
                        USAGE,
                        "usage.cron}}\"",
                        "usage.cron}}",
                        "",
                        "",
                        " is no YAML, line # column 15: found unexpected end of stream (the quote that begins here"),
                arguments(
                        USAGE,
                        "\"{{iotbos.usage.cron}}\"",
                        "{{iotbos.usage.cron}}",
                        "",
                        "",
                        " line #: cron is a map to YAML"),
                // words of Camel
                arguments(
                        USAGE,
                        "      properties:",
                        "      propertys:",
                        "",
                        "",
                        " line #: beans has no propertys (did you mean properties?)"),
                arguments(
                        USAGE,
                        "        card: ",
                        "      card: ",
                        "",
                        "",
                        " line #: beans has no card: the properties of a bean stand below"),
                arguments(
                        USAGE,
                        "      parameters:",
                        "      parametres:",
                        "",
                        "",
                        " line #: from has no parametres (did you mean parameters?)"),
                arguments(
                        USAGE,
                        "      steps:",
                        "      step:",
                        "",
                        "",
                        " line #: from has no step (did you mean steps?)"),
                arguments(
                        USAGE,
                        "        - to: ",
                        "        - too: ",
                        "",
                        "",
                        " line #: steps has no too (did you mean to?)"),
                arguments(
                        USAGE,
                        "cron: \"{{iotbos.usage.cron}}\"",
                        "corn: \"{{iotbos.usage.cron}}\"",
                        "",
                        "",
                        " line #: corn"),
                // properties
                arguments(
                        USAGE,
                        "        batch:",
                        "        bacth:",
                        "",
                        "",
                        " line #: a query has no property bacth (did you mean batch?)"),
                arguments(
                        USAGE,
                        "\"{{iotbos.batch-size}}\"",
                        "ten",
                        "",
                        "",
                        " line #: batch is \"ten\" but must be a whole number"),
                arguments(
                        USAGE, "\"{{iotbos.batch-size}}\"", "0", "", "", " line #: batch is 0 but must be 1 to 10000"),
                arguments(
                        ARREARAGE,
                        "        card: .msisdn",
                        "        endsShort: yes\n        card: .msisdn",
                        "",
                        "",
                        " line #: endsShort is \"yes\" but must be true or false"),
                arguments(USAGE, "path: /Api", "path: Api", "", "", " line #: path must begin with a slash"),
                arguments(
                        USAGE,
                        "steps.Query",
                        "steps.Querry",
                        "",
                        "",
                        " line #-1: the type of bean iotbos-usage is org.simrelay.steps.Querry, which is no class (did you mean org.simrelay.steps.Query?)"),
                arguments(
                        CALL,
                        "refusedAgain: denied",
                        "refusedAgain: deny",
                        "",
                        "",
                        " line #: \"deny\" is no outcome; there are ok, empty"),
                arguments(
                        CALL,
                        "          later: 20",
                        "          later: 20 99",
                        "",
                        "",
                        " line #-4: code 99 stands under two outcomes"),
                arguments(
                        CALL,
                        "        most:\n          page:",
                        "        most:\n          pages:",
                        "",
                        "",
                        " line #: a vendor has no limit pages (did you mean page?)"),
                // JSLT
                arguments(
                        USAGE,
                        "card: .num",
                        "card: num",
                        "",
                        "",
                        " line # column 15: card: a field begins with a dot; write .num"),
                arguments(
                        USAGE,
                        "join($cards, \",\")",
                        "joyn($cards, \",\")",
                        "",
                        "",
                        " line # column 30: ask: there is no function joyn (did you mean join?)"),
                arguments(
                        USAGE,
                        "$cards",
                        "$crads",
                        "",
                        "",
                        " line # column 35: ask: there is no variable $crads (did you mean $cards?)"),
                arguments(
                        USAGE,
                        "$cards",
                        "$page",
                        "",
                        "",
                        " line # column 35: ask: $page is not there: it stands in a query with page"),
                arguments(
                        ARREARAGE,
                        "\"pageNum\": $page",
                        "\"pageNum\": $cards",
                        "",
                        "",
                        " line # column 96: ask: $cards is not there: it stands in a query with batch"),
                arguments(USAGE, "\",\")}'", "\",\"}'", "", "", " line #"),
                arguments(
                        USAGE,
                        "card: .num",
                        "card: $card",
                        "",
                        "",
                        " line # column 15: card: $card is not there: it stands in a query with batch: 1"),
                arguments(
                        ARREARAGE,
                        "total: .result[0].arrearageUserInfo.total",
                        "total: .result(0).total",
                        "",
                        "",
                        " line #"),
                arguments(
                        CALL,
                        "$credentials.appid, \"transid\"",
                        "$credentials.apid, \"transid\"",
                        "",
                        "",
                        " line # column 27: query: $credentials has no field apid (did you mean appid?)"),
                arguments(
                        CALL,
                        "$sign}",
                        "$sing}",
                        "",
                        "",
                        " line # column 98: query: there is no variable $sing (did you mean $sign?)"),
                arguments(
                        LOGIN,
                        "token: .data.accessToken",
                        "token: $data.accessToken",
                        "",
                        "",
                        " line # column 16: token: there is no variable $data; there are no variables here"),
                // the poll itself
                arguments(
                        USAGE,
                        "direct:iotbos-sweep",
                        "direct:iotbos-call",
                        "",
                        "",
                        " line #: a poll must end with \"to: direct:iotbos-sweep\""),
                arguments(
                        USAGE,
                        "list: .data.date",
                        "page: 20",
                        "",
                        "",
                        " line #-6: a query has one shape, but this has batch and page"),
                arguments(
                        ARREARAGE,
                        "        total:",
                        "        totals:",
                        "",
                        "",
                        " line #: a query has no property totals (did you mean total?)"),
                arguments(
                        USAGE,
                        "{{iotbos.usage.cron}}",
                        "{{iotbos.usage.corn}}",
                        "",
                        "",
                        " line #: iotbos.usage.corn is not set"),
                arguments(
                        USAGE,
                        "        card: .num",
                        "        card: .num\n        cards: iotbos.test.cards",
                        "",
                        "",
                        " line #: cards names the setting iotbos.test.cards, which is not set"),
                // what stands in other files
                arguments(
                        LOGIN,
                        "route: direct:iotbos-login",
                        "route: direct:iotbos-logins",
                        "",
                        "",
                        " line #: no route begins with direct:iotbos-logins (did you mean direct:iotbos-login?)"),
                arguments(
                        SWEEP,
                        "uri: direct:card-events",
                        "uri: direct:card-event",
                        "",
                        "",
                        " line #: no route begins with direct:card-event (did you mean direct:card-events?)"),
                arguments(
                        SWEEP,
                        "routeConfigurationId: retries",
                        "routeConfigurationId: retry",
                        "",
                        "",
                        " line #: there is no route configuration retry"),
                arguments(
                        CALL,
                        "ref: cmiotOutcomes",
                        "ref: cmiotOutcome",
                        "",
                        "",
                        " line #: there is no bean cmiotOutcome (did you mean cmiotOutcomes?)"),
                arguments(
                        CALL,
                        "#bean:vendorHeaders",
                        "#bean:vendorHeader",
                        "",
                        "",
                        " line #: there is no bean vendorHeader (did you mean vendorHeaders?)"),
                arguments(
                        "shared/failure",
                        "exchangeProperty.decision} == 'FAIL'",
                        "exchangeProperty.decison} == 'FAIL'",
                        "",
                        "",
                        " line #: nobody sets the exchange property decison (did you mean decision?)"),
                arguments(
                        USAGE,
                        "        card: .num",
                        "        card: .num\n        judge: iotbosOutcome",
                        "",
                        "",
                        " line #: judge names iotbosOutcome, but no route file has a table of codes of this name (did you mean iotbosOutcomes?)"),
                arguments(
                        ARREARAGE,
                        "page: 20",
                        "page: 50",
                        "",
                        "",
                        " line #: page is 50 but cmiot allows 20 at most (most.page of cmiotCall); lower it"),
                arguments(
                        CALL,
                        "name: cmiotOutcomes",
                        "name: iotbosOutcomes",
                        "",
                        "",
                        " line #: there is another bean iotbosOutcomes, in routes/vendors/iotbos-call.camel.yaml line"),
                arguments(
                        CALL,
                        "$sign} + .",
                        "$token} + .",
                        "",
                        "",
                        " line # column 98: query: $token is not there: it needs a login"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isNamedWithFileAndLine(String name, String right, String wrong, String also, String made, String expected)
            throws IOException {
        Path file = Path.of("routes", name + ".camel.yaml");
        String shipped = Files.readString(file);
        String planted = shipped.replace(right, wrong);
        assertThat(planted).isNotEqualTo(shipped);
        planted = also.isEmpty() ? planted : planted.replace(also, made);
        String said = file + place(expected, shipped, planted);
        assertThat(check.problems(home, file, planted))
                .anySatisfy(problem -> assertThat(problem).startsWith(said));
    }

    /** With # for the first line that was changed, #-2 for the second above it. */
    private static String place(String expected, String shipped, String planted) {
        List<String> before = shipped.lines().toList();
        List<String> after = planted.lines().toList();
        int changed = 0;
        while (before.get(changed).equals(after.get(changed))) {
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
