package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.TestSweeps;

/** Camel takes a number that it cannot read as 0, in routes too: an operator must hear of it, and where it stands. */
class EndpointParametersTest {

    private static final Path FILE = Path.of("routes", "polls", "a.camel.yaml");

    private static List<String> wrong(String uri, String parameter, Map<String, String> environment) {
        String yaml =
                """
                - route:
                    id: a
                    from:
                      uri: direct:a
                      steps:
                        - choice:
                            when:
                              - simple: ${body} != null
                                steps:
                                  - to:
                                      uri: "%s"
                                      parameters:
                                        %s
                """
                        .formatted(uri, parameter);
        return new EndpointParameters(TestSweeps.settings(environment)).problems(FILE, yaml);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka:sim | lingerMs: abc | lingerMs is \"abc\" but must be a whole number, or a duration such as 25s",
                "kafka:sim | lingerMs: 99999999999 | lingerMs is a number of 11 characters (not shown, it might be a secret) but must be a whole number",
                "kafka:sim | lingerMs: '{{a.b}}' | lingerMs is \"4x\" but must be a whole number, or a duration such as 25s ({{a.b}})",
                "kafka:sim?requestRequiredAcks=all | lingerMs: abc | lingerMs is \"abc\" but must be a whole number",
                "'{{iotbos.url}}' | responseTimeout: soon | responseTimeout is \"soon\" but must be a whole number",
                "kafka:sim | recordMetadata: fals | recordMetadata is \"fals\" but must be true or false",
                "kafka:sim | compressionCodec: lz5 | compressionCodec is \"lz5\" but must be one of none, gzip",
                "kafka:sim | lingrMs: 3 | lingrMs is no option that Camel knows",
                "quartz:a/b | triggerStartDelay: soon | triggerStartDelay is \"soon\" but must be a whole number",
                "quartz:a/b | trigger.timeZone: Asia/Shangai | trigger.timeZone is \"Asia/Shangai\", which is no time zone (did you mean Asia/Shanghai?)",
                "quartz:a/b | trigger.timeZone: CET+1 | trigger.timeZone is \"CET+1\", which is no time zone",
                "quartz:a/b | trigger.timezone: Asia/Shanghai | trigger.timezone is nothing that a timer has (did you mean trigger.timeZone?)",
                "http://a.b | responsTimeout: 25s | responsTimeout is no option that Camel knows (did you mean responseTimeout?)",
                "'{{iotbos.url:http://a}}' | aParameterOfTheVendor: abc | aParameterOfTheVendor is no option that Camel knows",
                "https://a.b | redirectHandlingDisabled: true | redirectHandlingDisabled is no option that Camel knows",
                "https://a.b | proxyHost: p | proxyHost needs the proxy's port too",
                "https://a.b | proxyPort: 1 | proxyPort needs the proxy's host too",
            })
    void whatCamelCannotReadIsNamedWithItsLine(String uri, String parameter, String words) {
        assertThat(wrong(uri, parameter, Map.of("A_B", "4x")))
                .singleElement()
                .asString()
                .startsWith(FILE + " line 13: " + words)
                .endsWith("; mend or remove it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka:sim | lingerMs: 3",
                "kafka:sim | lingerMs: 3s",
                "kafka:sim | lingerMs: 0",
                "kafka:sim | lingerMs: '{{not.set}}'",
                "kafka:sim | lingerMs: '{{not.set:3}}'",
                "kafka:sim | compressionCodec: LZ4",
                "kafka:sim | workerPool: '#bean:mine'",
                "kafka:sim | additionalProperties.client.id: x",
                "quartz:a/b | trigger.timeZone: Asia/Shanghai",
                "'{{iotbos.url}}' | connectTimeout: '{{iotbos.timeout.connect}}'",
                "http://a.b | proxyHost: '{{not.set}}'",
                "http://a.b | soTimeout: 3s",
                "http://a.b | httpClient.expectContinueEnabled: true",
                "quartz:a/b | trigger.timeZone: GMT+8",
                "quartz:a/b | trigger.timeZone: UTC",
                "'{{not.set}}' | lingerMs: abc",
                "none:such | lingerMs: abc",
                "'a b:c{' | lingerMs: abc",
            })
    void whatCamelReadsOrRefusesItselfIsLeftToIt(String uri, String parameter) {
        assertThat(wrong(uri, parameter, Map.of())).isEmpty();
    }

    @Test
    void whatStandsInTheUriIsLookedAtToo() {
        assertThat(wrong("kafka:sim?lingerMs=abc", "acks: all", Map.of()))
                .containsExactly(
                        FILE
                                + " line 11: lingerMs is \"abc\" but must be a whole number, or a duration such as 25s; mend or remove it",
                        FILE + " line 13: acks is no option that Camel knows; mend or remove it");
    }

    @Test
    void whatStandsRightBehindAStepIsLookedAtToo() {
        String yaml =
                """
                - route:
                    id: a
                    from:
                      uri: direct:a
                      steps:
                        - to: kafka:sim?requestRequiredAcks=1
                        - toD:
                            uri: kafka
                            parameters:
                              topic: sim
                              key: always
                """;
        assertThat(new EndpointParameters(TestSweeps.settings(Map.of())).problems(FILE, yaml))
                .satisfiesExactly(
                        acks -> assertThat(acks).startsWith(FILE + " line 6: requestRequiredAcks may not be set so"),
                        key -> assertThat(key).startsWith(FILE + " line 11: key may not be set"));
    }
}
