package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.TestSweeps;
import org.simrelay.check.CamelSettings;
import org.simrelay.check.EndpointParameters;

/** With acks=0 a sweep was complete of which no record stood in Kafka: what the promise rests on is refused, however it comes. */
class KafkaPromiseTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private List<String> ofComponent(String line, Map<String, String> environment) throws Exception {
        Path file = Files.writeString(dir.resolve("application.properties"), "kafka.brokers=k:1\n" + line);
        return CamelSettings.problems(Settings.load(file, environment));
    }

    private static List<String> ofRoute(String uri, String parameter) {
        String yaml =
                "- route:\n    id: a\n    from:\n      uri: direct:a\n      steps:\n        - to:\n            uri: \""
                        + uri + "\"\n            parameters:\n              " + parameter + "\n";
        return new EndpointParameters(TestSweeps.settings(Map.of())).problems(Path.of("a.camel.yaml"), yaml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request-required-acks=0",
                "requestRequiredAcks=1",
                "request-required-acks={{my.acks:0}}",
                "enable-idempotence=false",
                "max-in-flight-request=6",
                "retries=0",
                "delivery-timeout-ms=10",
                "delivery-timeout-ms=30m",
                "max-block-ms=0",
                "key-serializer=org.apache.kafka.common.serialization.StringSerializer",
                "value-serializer=a.B",
                "partitioner=org.apache.kafka.clients.producer.RoundRobinPartitioner",
                "partitioner-ignore-keys=true",
                "interceptor-classes=a.B",
                "transactional-id=x",
                "transacted=true",
                "isolation-level=read_uncommitted",
                "group-id=x",
                "session-timeout-ms=9000",
                "brokers=other:9092",
                "key=x",
                "partition-key=1",
                "use-iterator=false",
                "header-filter-strategy=#bean:x",
                "kafka-client-factory=#bean:x",
                "configuration=#bean:x",
                "configuration.request-required-acks=0",
                "additional-properties[acks]=0",
                "additional-properties.acks=0",
                "additionalProperties[partitioner.class]=a.B",
                "additional-properties=#bean:x"
            })
    void aComponentsOptionIsRefused(String option) throws Exception {
        String line = "camel.component.kafka." + option;
        String key = line.substring(0, line.indexOf('='));
        assertThat(ofComponent(line, Map.of()))
                .singleElement()
                .asString()
                .startsWith(key + " may not be set")
                .contains(Settings.variable(key), "application.properties");
        if (!key.contains("[")) {
            assertThat(ofComponent("", Map.of(Settings.variable(key), line.substring(key.length() + 1))))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request-required-acks=all",
                "request-required-acks=-1",
                "enable-idempotence=true",
                "max-in-flight-request=1",
                "delivery-timeout-ms=9s",
                "compression-codec=none",
                "retries=5",
                "brokers={{kafka.brokers}}",
                "brokers=k:1",
                "additional-properties[client.id]=x",
                "linger-ms=0"
            })
    void whatKeepsThePromiseIsTaken(String option) throws Exception {
        assertThat(ofComponent("camel.component.kafka." + option, Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requestRequiredAcks: 0",
                "requestRequiredAcks: '{{my.acks:0}}'",
                "additionalProperties.acks: 0",
                "additionalProperties.enable.idempotence: false",
                "brokers: other:1",
                "partitionKey: 3",
                "transacted: true",
                "useIterator: false"
            })
    void aParameterOfARouteIsRefused(String parameter) {
        String name = parameter.substring(0, parameter.indexOf(": "));
        assertThat(ofRoute("kafka:sim", parameter))
                .singleElement()
                .asString()
                .contains(" line 9: " + name + " may not be");
    }

    @Test
    void aParameterInAnAddressIsRefused() {
        assertThat(ofRoute("kafka:sim?requestRequiredAcks=0&lingerMs=3", "recordMetadata: false"))
                .singleElement()
                .asString()
                .contains(" line 7: requestRequiredAcks may not be");
        assertThat(ofRoute("https://vendor.example/?key=1&groupId=2", "recordMetadata: false"))
                .noneMatch(words -> words.contains("may not"));
    }
}
