package org.simrelay.ship;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manifests fit each other, the settings and the image. */
class KubernetesTest {

    private static final String SECRETS = "/run/secrets/simrelay/";

    @Test
    void everySettingIsOne() throws IOException {
        JsonNode data = Manifests.kubernetes("settings.yaml").get("data");
        assertThat(data.size()).isGreaterThan(4);
        assertThat(Manifests.unknown(ImmutableList.copyOf(data.fieldNames()).stream()))
                .isEmpty();
        data.forEach(value -> assertThat(value.isTextual()).as(value.toString()).isTrue());
        assertThat(data.get("HTTP_HOST").asText()).isEqualTo("0.0.0.0");
    }

    @Test
    void everyPasswordStandsInTheSecret() throws IOException {
        JsonNode data = Manifests.kubernetes("settings.yaml").get("data");
        JsonNode secrets = Manifests.kubernetes("secret.yaml").get("stringData");
        List<String> files = Stream.of("CMIOT_MAIN_PASSWORD_FILE", "IOTBOS_MAIN_PASSWORD_FILE")
                .map(name -> data.get(name).asText())
                .toList();
        assertThat(files).allMatch(file -> file.startsWith(SECRETS) && secrets.has(file.substring(SECRETS.length())));
    }

    @Test
    void everyVolumeIsMountedAndEveryMountIsOne() throws IOException {
        JsonNode pod = pod();
        assertThat(ImmutableList.copyOf(pod.get("volumes")).stream()
                        .map(volume -> volume.get("name").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        container().get("volumeMounts").findValuesAsText("name"));
        assertThat(container().at("/envFrom/0/configMapRef/name").asText())
                .isEqualTo(Manifests.kubernetes("settings.yaml")
                        .at("/metadata/name")
                        .asText());
        assertThat(pod.findValuesAsText("secretName"))
                .contains(
                        Manifests.kubernetes("secret.yaml").at("/metadata/name").asText());
    }

    @Test
    void itsConfigMapsAreMadeByTheCommandsAtItsHead() throws IOException {
        String text = Manifests.text("kubernetes/deployment.yaml");
        for (JsonNode volume : pod().get("volumes")) {
            if (volume.has("configMap")) {
                String name = volume.at("/configMap/name").asText();
                assertThat(text).contains("kubectl create configmap " + name + " --from-file=");
            }
        }
    }

    @Test
    void twoOfWhichOneIsAlwaysThere() throws IOException {
        JsonNode deployment = Manifests.kubernetes("deployment.yaml");
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(deployment.at("/spec/strategy/type").asText()).isEqualTo("RollingUpdate");
        assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1))
                .isZero();
        JsonNode disruption = Manifests.kubernetes("disruption.yaml");
        assertThat(disruption.at("/spec/minAvailable").asInt()).isEqualTo(1);
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        assertThat(disruption.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(pod().at("/topologySpreadConstraints/0/labelSelector/matchLabels"))
                .isEqualTo(labels);
    }

    @Test
    void eachIsReachedByTheOthersAtItsOwnAddress() throws IOException {
        JsonNode env = container().get("env");
        assertThat(env.at("/0/valueFrom/fieldRef/fieldPath").asText()).isEqualTo("status.podIP");
        assertThat(env.at("/1/value").asText())
                .isEqualTo("$(" + env.at("/0/name").asText() + ")");
        assertThat(Manifests.unknown(Stream.of(env.at("/1/name").asText()))).isEmpty();
    }

    @Test
    void itMayNothing() throws IOException {
        JsonNode may = container().get("securityContext");
        assertThat(may.get("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(may.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(may.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(pod().at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod().at("/securityContext/runAsUser").asText())
                .isEqualTo(Manifests.text("Containerfile").replaceAll("(?s).*\nUSER (\\d+):.*", "$1"));
    }

    @Test
    void itIsAskedWhereTheServiceAnswers() throws IOException {
        JsonNode container = container();
        for (String probe : List.of("startupProbe", "livenessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).isEqualTo("/observe/health/live");
        }
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/observe/health/ready");
        assertThat(container.at("/ports/0/containerPort").asText())
                .isEqualTo(Manifests.kubernetes("settings.yaml")
                        .at("/data/HTTP_PORT")
                        .asText());
        assertThat(Manifests.kubernetes("service.yaml").at("/spec/selector"))
                .isEqualTo(Manifests.kubernetes("deployment.yaml").at("/spec/template/metadata/labels"));
    }

    private static JsonNode pod() throws IOException {
        return Manifests.kubernetes("deployment.yaml").at("/spec/template/spec");
    }

    private static JsonNode container() throws IOException {
        return pod().at("/containers/0");
    }
}
