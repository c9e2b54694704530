package org.simrelay.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets among the settings are known by their names. */
class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmiot.main.password",
                "CMIOT_MAIN_PASSWORD",
                "http.token",
                "kafka.sasl.jaas.config",
                "kafka.ssl.keystore.key",
                "kafka.ssl.key.password",
                "camel.component.http.proxy-auth-password",
                "camel.component.kafka.sasl-jaas-config",
                "proxyAuthPassword",
                "javax.net.ssl.trustStorePassword",
                "onelink.main.secret",
                "AWS_SECRET_ACCESS_KEY",
                "kafka.sasl.oauthbearer.client.credentials.client.secret",
            })
    void secret(String name) {
        assertThat(SecretNames.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmiot.main.password-file",
                "CMIOT_MAIN_PASSWORD_FILE",
                "kafka.ssl.keystore.location",
                "kafka.sasl.oauthbearer.token.endpoint.url",
                "kafka.partitioner.ignore.keys",
                "kafka.key.serializer",
                "camel.component.kafka.ssl-keystore-type",
                "iotbos.main.account",
                "kafka.brokers",
            })
    void noSecret(String name) {
        assertThat(SecretNames.isSecret(name)).isFalse();
    }

    @Test
    void ofJaasTheSecretsAreMaskedAndTheRestIsNot() {
        Secrets secrets = new Secrets();
        String jaas = "org.apache.kafka.common.security.plain.PlainLoginModule required serviceName=\"kafka\""
                + " username=\"relay-user\" password=\"ka\\\"fka-s3cret\" useKeyTab=true;";
        SecretNames.register(Map.of("kafka.sasl.jaas.config", jaas), secrets);
        assertThat(secrets.masked("org.apache.kafka.common.X: relay-user with ka\"fka-s3cret is true"))
                .isEqualTo("org.apache.kafka.common.X: relay-user with *** is true");
        assertThat(secrets.masked("Login module not found: " + jaas)).doesNotContain("s3cret");
    }

    @Test
    void whatElseIsPastedAsJaasIsASecret() {
        Secrets secrets = new Secrets();
        SecretNames.register(Map.of("kafka.sasl.jaas.config", "hunter2-and-more", "x.ignore-key", "true"), secrets);
        assertThat(secrets.masked("true: Hunter2-and-More")).isEqualTo("true: ***");
    }

    @Test
    void ofAPrivateKeyTheLinesAreMasked() {
        Secrets secrets = new Secrets();
        String key =
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\nEFAASCBKcwggSjAgEAAoIBAQC7\n-----END PRIVATE KEY-----";
        SecretNames.register(Map.of("kafka.ssl.keystore.key", key), secrets);
        assertThat(secrets.masked(
                        "bad -----BEGIN CERTIFICATE----- MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7"))
                .isEqualTo("bad -----BEGIN CERTIFICATE----- ***");
    }

    @Test
    void thePasswordInAnAddressIsMasked() {
        Secrets secrets = new Secrets();
        SecretNames.register(Map.of("iotbos.url", "http://me:hidden1@host/x"), secrets);
        assertThat(secrets.masked("host of me cannot be hidden1")).isEqualTo("host of me cannot be ***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.brokers | hunter2-secret",
                "cmiot.main.instance | hunter2-secret",
                "CMIOT_MAIN_INSTANCE | hunter2-secret",
                "iotbos.usage.cron | hunter2 secret",
                "iotbos.url | ftp:hunter2-secret",
                "cmiot.main.requests-per-second | hunter2-secret",
                "iotbos.timeout.read | hunter2-secret",
                "cards.file | hunter2-secret",
            })
    void whatStandsInTheWrongPlaceIsMasked(String key, String value) {
        Secrets secrets = new Secrets();
        SecretNames.register(Map.of(key, value), secrets);
        assertThat(secrets.masked(key + ": " + value + " is wrong")).isEqualTo(key + ": *** is wrong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kafka.brokers | kafka-1:9092, kafka-2:9092",
                "kafka.brokers | SASL_SSL://[2001:db8::1]:9092",
                "cmiot.main.instance | 123",
                "iotbos.usage.cron | 0 5/30 * * * ?",
                "iotbos.usage.cron | 0 15 10 ? * MON-FRI 2026",
                "iotbos.url | http://sys.iotbos.com:80/x",
                "iotbos.timeout.read | 1m30s",
                "cards.file | config/cards.csv",
                "iotbos.main.account | tester-account",
                "cmiot.enabled | true",
            })
    void whatFitsItsPlaceIsNot(String key, String value) {
        Secrets secrets = new Secrets();
        SecretNames.register(Map.of(key, value), secrets);
        assertThat(secrets.masked(value)).isEqualTo(value);
    }

    @Test
    void theShellsWorkingDirectoryIsNoPassword() {
        Secrets secrets = new Secrets();
        SecretNames.registerForeign(
                Map.of("PWD", "/etc/simrelay/north", "DB_PWD", "hunter2-secret", "db.pwd", "hunter3-secret"), secrets);
        assertThat(secrets.masked("/etc/simrelay/north/cards.csv is no file, hunter2-secret, hunter3-secret"))
                .isEqualTo("/etc/simrelay/north/cards.csv is no file, ***, ***");
    }

    @Test
    void whatWasReadFromAFileIsMaskedUnlessPlain() {
        Secrets secrets = new Secrets();
        SecretNames.registerRead("iotbos.main.account", "account-of-a-file", secrets);
        SecretNames.registerRead("kafka.brokers", "kafka-1:9092", secrets);
        assertThat(secrets.masked("account-of-a-file at kafka-1:9092")).isEqualTo("*** at kafka-1:9092");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 20_000, 200_000})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aSecretMayBeLong(int length) {
        String token = "k7".repeat(length / 2);
        Secrets secrets = new Secrets();
        SecretNames.register(
                Map.of("kafka.sasl.jaas.config", "x.Y required token=\"" + token + "\" " + token + ";"), secrets);
        assertThat(secrets.masked("is " + token)).isEqualTo("is ***");
        for (String key : List.of("kafka.brokers", "iotbos.usage.cron", "iotbos.timeout.read", "http.port")) {
            Secrets misplaced = new Secrets();
            SecretNames.register(Map.of(key, "0 " + "1".repeat(length)), misplaced);
            SecretNames.registerRead(key + "s", "h:1," + token, misplaced);
            assertThat(misplaced.masked(token)).as(key).isEqualTo("***");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iotbos.usage.cron | 0 0/30 8-18 ? * MON-FRI",
                "iotbos.usage.cron | 0 15 10 L-3W * wed#2 2026",
                "kafka.brokers | one:9092, SSL://two:9093 ,[::1]:9092,",
                "iotbos.timeout.read | 1h 30m 20.5s",
            })
    void whatFitsItsKeyIsNoSecret(String key, String value) {
        Secrets secrets = new Secrets();
        SecretNames.register(Map.of(key, value), secrets);
        assertThat(secrets.masked(value)).isEqualTo(value);
    }
}
