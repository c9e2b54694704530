package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.config.SettingsException;

/** The form of scenarios: what is short for more, and what is said of mistakes. */
final class ScenarioReaderTest {

    private static final String REST =
            """
            when: { polls: [iotbos-usage] }
            then:
              sweeps:
                - { outcome: complete }
            """;

    @TempDir
    Path root;

    @Test
    void rangesStandForAllCardsBetween() throws IOException {
        Scenario scenario = read(
                """
                given: { cards: [0098..0101, header] }
                when: { polls: [iotbos-usage] }
                then:
                  sweeps: []
                  records:
                    sim.usage:
                      - { key: 1..2, value: '{"card":"$card"}' }
                  failures:
                    - { cards: [7..9, 11] }
                """);
        assertThat(scenario.given().cards()).containsExactly("0098", "0099", "0100", "0101", "header");
        assertThat(scenario.then().records().get("sim.usage"))
                .extracting(Scenario.CardRecord::key, Scenario.CardRecord::value)
                .containsExactly(tuple("1", "{\"card\":\"1\"}"), tuple("2", "{\"card\":\"2\"}"));
        assertThat(scenario.then().failures().get(0).get("cards")).hasToString("[\"7\",\"8\",\"9\",\"11\"]");
    }

    @Test
    void aNamedStubTakesParametersAndKeysOfItsUse() throws IOException {
        Files.writeString(
                root.resolve("stubs.yaml"),
                """
                login:
                  with: { token: first, status: 200 }
                  get: /login
                  body: '{"token":"$token","tokens":"$tokens"}'
                """);
        List<Stub> stubs =
                read("""
                        given:
                          vendor:
                            - login
                            - { stub: login, token: second, times: 2 }
                            - { stub: login, jslt: '"n" + .call' }
                        """
                                + REST)
                        .given()
                        .vendor();
        assertThat(stubs)
                .extracting(stub -> body(stub))
                .containsExactly(
                        "{\"token\":\"first\",\"tokens\":\"$tokens\"}",
                        "{\"token\":\"second\",\"tokens\":\"$tokens\"}",
                        "n1");
        assertThat(stubs).extracting(Stub::times).containsExactly(Stub.NO_END, 2, Stub.NO_END);
    }

    @Test
    void theNearestOfTwoStubsOfANameIsUsed() throws IOException {
        Files.writeString(root.resolve("stubs.yaml"), "a: { get: /a, body: far }\nb: { get: /b, body: far }\n");
        Path folder = Files.createDirectory(root.resolve("poll"));
        Files.writeString(folder.resolve("stubs.yaml"), "a: { get: /a, body: near }\n");
        Path file = Files.writeString(folder.resolve("case.yaml"), "given: { vendor: [a, b] }\n" + REST);
        assertThat(ScenarioReader.read(file, root).given().vendor())
                .extracting(stub -> body(stub))
                .containsExactly("near", "far");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "given: { card: [a] } | :1:16: no \"card\" in given (did you mean cards?)",
                "given: { vendor: [logn] } | :1:19: no stub \"logn\" (did you mean login?)",
                "given: { vendor: [{ stub: page }] } | the stub \"page\" must be given \"number\"",
                "given: { vendor: [{ get: /a, statsu: 500 }] } | no \"statsu\" in a stub (did you mean status?)",
                "given: { vendor: [{ get: /a, stubs: 1, times: never }] } | times must be a whole number",
                "given: { vendor: [{ body: a }] } | a stub says which requests it answers: get: PATH",
                "given: { vendor: [{ get: a }] } | the path of a stub begins with /",
                "given: { vendor: [{ get: /a, body: a, jslt: b }] } | a stub has one of [body, jslt, base64]",
                "given: { vendor: [{ get: /a, jslt: '{' }] } | no JSLT:",
                "given: { vendor: [{ get: /a, fault: rest }] } | fault must be one of",
                "given: { vendor: [{ get: /a, delay: soon }] } | delay must be a duration such as 400ms or 2s",
                "given: { vendor: [{ get: /a, query: { page: { matches: '(' } } }] } | no regular expression",
                "given: [] | given must be keys with values",
                "given: { | is no YAML",
                "givne: {} | no \"givne\" in a scenario (did you mean given?)",
            })
    void aMistakeIsNamedWithItsPlace(String given, String message) throws IOException {
        Files.writeString(
                root.resolve("stubs.yaml"),
                "login: { get: /login }\npage: { with: { number: }, get: /page, query: { n: $number } }\n");
        assertThatThrownBy(() -> read(given + "\n" + REST))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("case.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> read("given: { card: [] }\nwhen: { poll: a }\nthen: { sweeps: {} }\n"))
                .hasMessageContaining("no \"card\" in given")
                .hasMessageContaining("no \"poll\" in when (did you mean polls?)")
                .hasMessageContaining("sweeps must be a list");
    }

    private Scenario read(String text) throws IOException {
        return ScenarioReader.read(Files.writeString(root.resolve("case.yaml"), text), root);
    }

    private static String body(Stub stub) {
        Call call = Call.of("GET", "/login", "", 0);
        return new String(stub.body().apply(call.json(1)), StandardCharsets.UTF_8);
    }
}
