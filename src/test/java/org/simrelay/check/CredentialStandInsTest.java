package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.config.Installation;

/** Secrets whose files are where the service runs are missed nowhere else. */
class CredentialStandInsTest {

    @TempDir
    private Path dir;

    @Test
    void secretsOfKafkaAndOfThePageNeedNotBeHereEither() throws Exception {
        Path read = Files.writeString(dir.resolve("key"), "a key that is here");
        Files.createDirectories(dir.resolve("config"));
        Files.createDirectories(dir.resolve("routes/polls"));
        Files.createDirectories(dir.resolve("routes/vendors"));
        Files.createDirectories(dir.resolve("routes/shared"));
        Files.writeString(
                dir.resolve("config/application.properties"),
                """
                kafka.security.protocol=SASL_SSL
                kafka.sasl.mechanism=SCRAM-SHA-512
                kafka.sasl.jaas.config-file=/not/here/jaas
                kafka.ssl.truststore.password-file=/not/here/trust
                kafka.ssl.key.password-file=%s
                http.token-file=/not/here/http
                cards.file-file=/not/here/none
                """
                        .formatted(read));
        Map<String, String> standIns = CredentialStandIns.of(Installation.open(dir, Map.of()));
        assertThat(standIns)
                .containsOnlyKeys("KAFKA_SASL_JAAS_CONFIG", "KAFKA_SSL_TRUSTSTORE_PASSWORD", "HTTP_TOKEN")
                .hasEntrySatisfying("KAFKA_SASL_JAAS_CONFIG", login -> assertThat(login)
                        .startsWith("org.apache.kafka.common.security.scram.ScramLoginModule required ")
                        .endsWith(";"));
        assertThat(KafkaAccess.problems(Installation.open(dir, standIns).settings()))
                .isEmpty();
    }
}
