package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.simrelay.TestSweeps;

/** Mistakes as people make them, each planted into a file as it is shipped: check names the file, the line and what to do. */
class MistakesTest {

    private static final String USAGE = "polls/iotbos-usage";
    private static final String ARREARAGE = "polls/cmiot-arrearage";
    private static final String CALL = "vendors/cmiot-call";
    private static final String LOGIN = "vendors/iotbos-call";

    private final RouteCheck check = new RouteCheck(TestSweeps.settings(Map.of()));

    static List<Arguments> mistakes() {
        return List.of(
                // YAML
                arguments(
                        USAGE,
                        "\"{{iotbos.batch-size}}\"",
                        "{{iotbos.batch-size}}",
                        "",
                        "",
                        " line 6: batch is a map to YAML; put {{…}} in double"),
                arguments(USAGE, "        path:", "\tpath:", "", "", " is no YAML, line 7 column 1: found character"),
                arguments(USAGE, "        path:", "          path:", "", "", " is no YAML, line 7 column"),
                arguments(
                        USAGE,
                        "        card: .num",
                        "        card: .num\n        list: .data",
                        "",
                        "",
                        " is no YAML, line 11 column 9: found duplicate key list"),
                arguments(
                        USAGE,
                        "ask: '{",
                        "ask: {",
                        "}'",
                        "}",
                        " is no YAML, line 8 column 45: expected ',' or '}', but got <scalar> (JSLT that begins with {"),
                arguments(USAGE, "path: /Api", "path:/Api", "", "", " is no YAML, line 8 column"),
                arguments(
                        USAGE,
                        "{{iotbos.batch-size}}\"",
                        "{{iotbos.batch-size}}",
                        "",
                        "",
                        " is no YAML, line 8 column"),
                arguments(
                        USAGE,
                        "usage.cron}}\"",
                        "usage.cron}}",
                        "",
                        "",
                        " is no YAML, line 17 column 15: found unexpected end of stream (the quote that begins here"),
                arguments(
                        USAGE,
                        "\"{{iotbos.usage.cron}}\"",
                        "{{iotbos.usage.cron}}",
                        "",
                        "",
                        " line 17: cron is a map to YAML"),
                // words of Camel
                arguments(
                        USAGE,
                        "      properties:",
                        "      propertys:",
                        "",
                        "",
                        " line 5: beans has no propertys (did you mean properties?)"),
                arguments(
                        USAGE,
                        "        card: ",
                        "      card: ",
                        "",
                        "",
                        " line 10: beans has no card: the properties of a bean stand below"),
                arguments(
                        USAGE,
                        "      parameters:",
                        "      parametres:",
                        "",
                        "",
                        " line 16: from has no parametres (did you mean parameters?)"),
                arguments(
                        USAGE,
                        "      steps:",
                        "      step:",
                        "",
                        "",
                        " line 19: from has no step (did you mean steps?)"),
                arguments(
                        USAGE,
                        "        - to: ",
                        "        - too: ",
                        "",
                        "",
                        " line 20: steps has no too (did you mean to?)"),
                arguments(
                        USAGE,
                        "cron: \"{{iotbos.usage.cron}}\"",
                        "corn: \"{{iotbos.usage.cron}}\"",
                        "",
                        "",
                        " line 17: corn"),
                // properties
                arguments(
                        USAGE,
                        "        batch:",
                        "        bacth:",
                        "",
                        "",
                        " line 6: a query has no property bacth (did you mean batch?)"),
                arguments(
                        USAGE,
                        "\"{{iotbos.batch-size}}\"",
                        "ten",
                        "",
                        "",
                        " line 6: batch is \"ten\" but must be a whole number"),
                arguments(
                        USAGE, "\"{{iotbos.batch-size}}\"", "0", "", "", " line 6: batch is 0 but must be 1 to 10000"),
                arguments(
                        ARREARAGE,
                        "        card: .msisdn",
                        "        endsShort: yes\n        card: .msisdn",
                        "",
                        "",
                        " line 12: endsShort is \"yes\" but must be true or false"),
                arguments(USAGE, "path: /Api", "path: Api", "", "", " line 7: path must begin with a slash"),
                arguments(
                        USAGE,
                        "steps.Query",
                        "steps.Querry",
                        "",
                        "",
                        " line 3: the type of bean iotbos-usage is org.simrelay.steps.Querry, which is no class (did you mean org.simrelay.steps.Query?)"),
                arguments(
                        CALL,
                        "refusedAgain: denied",
                        "refusedAgain: deny",
                        "",
                        "",
                        " line 34: \"deny\" is no outcome; there are ok, empty"),
                arguments(
                        CALL,
                        "          later: 20",
                        "          later: 20 99",
                        "",
                        "",
                        " line 23: code 99 stands under two outcomes"),
                arguments(
                        CALL,
                        "        most:\n          page:",
                        "        most:\n          pages:",
                        "",
                        "",
                        " line 16: a vendor has no limit pages (did you mean page?)"),
                // JSLT
                arguments(
                        USAGE,
                        "card: .num",
                        "card: num",
                        "",
                        "",
                        " line 10 column 15: card: a field begins with a dot; write .num"),
                arguments(
                        USAGE,
                        "join($cards, \",\")",
                        "joyn($cards, \",\")",
                        "",
                        "",
                        " line 8 column 30: ask: there is no function joyn (did you mean join?)"),
                arguments(
                        USAGE,
                        "$cards",
                        "$crads",
                        "",
                        "",
                        " line 8 column 35: ask: there is no variable $crads (did you mean $cards?)"),
                arguments(
                        USAGE,
                        "$cards",
                        "$page",
                        "",
                        "",
                        " line 8 column 35: ask: $page is not there: it stands in a query with page"),
                arguments(
                        ARREARAGE,
                        "\"pageNum\": $page",
                        "\"pageNum\": $cards",
                        "",
                        "",
                        " line 9 column 96: ask: $cards is not there: it stands in a query with batch"),
                arguments(USAGE, "\",\")}'", "\",\"}'", "", "", " line 8"),
                arguments(
                        USAGE,
                        "card: .num",
                        "card: $card",
                        "",
                        "",
                        " line 10 column 15: card: $card is not there: it stands in a query with batch: 1"),
                arguments(
                        ARREARAGE,
                        "total: .result[0].arrearageUserInfo.total",
                        "total: .result(0).total",
                        "",
                        "",
                        " line 11"),
                arguments(
                        CALL,
                        "$credentials.appid, \"transid\"",
                        "$credentials.apid, \"transid\"",
                        "",
                        "",
                        " line 13 column 27: query: $credentials has no field apid (did you mean appid?)"),
                arguments(
                        CALL,
                        "$sign}",
                        "$token_}",
                        "",
                        "",
                        " line 13 column 98: query: there is no variable $token_ (did you mean $token?)"),
                arguments(
                        LOGIN,
                        "token: .data.accessToken",
                        "token: $data.accessToken",
                        "",
                        "",
                        " line 8 column 16: token: there is no variable $data; there are no variables here"),
                // the poll itself
                arguments(
                        USAGE,
                        "direct:iotbos-sweep",
                        "direct:iotbos-call",
                        "",
                        "",
                        " line 20: a poll must end with \"to: direct:iotbos-sweep\""),
                arguments(
                        USAGE,
                        "list: .data.date",
                        "page: 20",
                        "",
                        "",
                        " line 3: a query has one shape, but this has batch and page"),
                arguments(
                        ARREARAGE,
                        "        total:",
                        "        totals:",
                        "",
                        "",
                        " line 11: a query has no property totals (did you mean total?)"),
                arguments(
                        USAGE,
                        "{{iotbos.usage.cron}}",
                        "{{iotbos.usage.corn}}",
                        "",
                        "",
                        " line 17: iotbos.usage.corn is not set"));
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
        assertThat(check.problems(file, planted))
                .anySatisfy(problem -> assertThat(problem).startsWith(file + expected));
    }
}
