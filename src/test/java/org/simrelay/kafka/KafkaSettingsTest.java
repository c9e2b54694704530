package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.config.Settings;

class KafkaSettingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private KafkaSettings settings(String file, Map<String, String> environment) throws Exception {
        Path path = Files.writeString(dir.resolve("application.properties"), "kafka.brokers=k:1\n" + file);
        return new KafkaSettings(Settings.load(path, environment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.acks=0",
                "kafka.acks=1",
                "kafka.enable.idempotence=false",
                "kafka.max.in.flight.requests.per.connection=10",
                "kafka.retries=0",
                "kafka.delivery.timeout.ms=100",
                "kafka.max.block.ms=0",
                "kafka.key.serializer=a.B",
                "kafka.value.serializer=a.B",
                "kafka.partitioner.class=a.B",
                "kafka.partitioner.ignore.keys=true",
                "kafka.interceptor.classes=a.B",
                "kafka.transactional.id=x",
                "kafka.transaction.timeout.ms=1000",
                "kafka.isolation.level=read_uncommitted",
                "kafka.group.id=x",
                "kafka.group.instance.id=x",
                "kafka.group.protocol=consumer",
                "kafka.session.timeout.ms=1",
                "kafka.heartbeat.interval.ms=1",
                "kafka.max.poll.interval.ms=1",
                "kafka.enable.auto.commit=true",
                "kafka.auto.offset.reset=latest",
                "kafka.bootstrap.servers=other:1",
                "kafka.bootstrap.controllers=other:1"
            })
    void whatThePromiseRestsOnIsRefusedInFileAndEnvironment(String line) throws Exception {
        String key = line.substring(0, line.indexOf('='));
        String value = line.substring(key.length() + 1);
        KafkaSettings file = settings(line, Map.of());
        assertThatThrownBy(file::passedThrough)
                .hasMessageStartingWith(key + " may not be set")
                .hasMessageContaining("application.properties")
                .hasMessageContaining(Settings.variable(key));
        KafkaSettings environment = settings("", Map.of(Settings.variable(key), value));
        assertThatThrownBy(environment::passedThrough).hasMessageStartingWith(key + " may not be set");
        Path secret = Files.writeString(dir.resolve("value"), value);
        KafkaSettings inAFile = settings("", Map.of(Settings.variable(key) + "_FILE", secret.toString()));
        assertThatThrownBy(inAFile::passedThrough).hasMessageStartingWith(key + " may not be set");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws Exception {
        KafkaSettings settings = settings("kafka.acks=0\nkafka.retries=0\nkafka.lingr.ms=1", Map.of());
        assertThatThrownBy(settings::passedThrough)
                .hasMessageContaining("kafka.acks may")
                .hasMessageContaining("kafka.retries may")
                .hasMessageContaining("kafka.lingr.ms is no property");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.linger.ms=abc",
                "kafka.delivery.timeout.ms=9s",
                "kafka.compression.type=lz5",
                "kafka.batch.size=-1",
                "kafka.security.protocol=none"
            })
    void aValueThatNoClientTakesIsToldWithWhatItMustBe(String line) throws Exception {
        String key = line.substring(0, line.indexOf('='));
        KafkaSettings settings = settings(line, Map.of());
        assertThatThrownBy(settings::passedThrough)
                .hasMessageStartingWith(key + " is \"" + line.substring(key.length() + 1) + "\" but must be of type ")
                .hasMessageContaining("application.properties line 2");
    }

    @Test
    void theCardsProducerHasDefaultsThatOthersDoNotSee() throws Exception {
        KafkaSettings none = settings("", Map.of());
        assertThat(none.batchSize()).isEqualTo(65_536);
        assertThat(none.passedThrough()).isEmpty();
        assertThat(settings("kafka.batch.size=1000", Map.of()).batchSize()).isEqualTo(1_000);
    }

    @Test
    void theRestGoesToTheClientsThatUnderstandIt() throws Exception {
        KafkaSettings settings = settings(
                "kafka.acks=all\nkafka.linger.ms=3\nkafka.fetch.max.bytes=5\nkafka.bootstrap.servers=k:1\n"
                        + "kafka.security.protocol=SSL",
                Map.of());
        assertThat(settings.producer())
                .containsKeys("linger.ms", "security.protocol")
                .doesNotContainKey("fetch.max.bytes");
        assertThat(settings.consumer())
                .containsKeys("fetch.max.bytes", "security.protocol")
                .doesNotContainKey("linger.ms");
    }

    @Test
    void whatAProducerGetsIsLookedAtWhereAllWaysMeet() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", "k:1");
        properties.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
        properties.put("value.serializer", EventSerializer.class.getName());
        properties.put("partitioner.ignore.keys", "false");
        properties.put("acks", "all");
        ClientOptions.check(properties);
        properties.put("acks", "0");
        assertThatThrownBy(() -> ClientOptions.check(properties)).hasMessageContaining("producer acks may not");
        properties.put("acks", "all");
        properties.put("value.serializer", "a.B");
        assertThatThrownBy(() -> ClientOptions.check(properties))
                .hasMessageContaining("producer value.serializer may not");
    }

    @Test
    void whatIsReadGoesOnWithTheOldestWhereRetentionTookItAway() throws Exception {
        assertThat(settings("", Map.of()).consumer()).containsEntry("auto.offset.reset", "earliest");
    }
}
