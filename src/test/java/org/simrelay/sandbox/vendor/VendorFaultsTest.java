package org.simrelay.sandbox.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class VendorFaultsTest {
    private static final String CARDS = String.join(",", Cards.inventory(10));

    private final MovingClock clock = new MovingClock();
    private final VendorSimulator simulator = VendorSimulator.start(
            new SimulatorConfig().clock(clock).mix(Mix.ALL_OK).arrears(45).stall(Duration.ofMillis(200)));
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "reset", "cut-off"})
    void someNeverComeToAnEnd(String kind) throws Exception {
        String token = client.login();
        simulator.setFaults("exceed:" + kind + "@1");
        assertThatThrownBy(() -> exceed(token)).isInstanceOf(IOException.class);
        simulator.setFaults();
        assertThat(exceed(token).statusCode()).isEqualTo(200);
        assertThat(simulator.counters().faults())
                .containsKey(Fault.parse(kind + "@1").kind());
    }

    @Test
    void someAreNoJson() throws Exception {
        String token = client.login();
        simulator.setFaults("http500*1", "garbage*1", "empty*1", "truncated*1", "quota*1");
        assertThat(exceed(token).statusCode()).isEqualTo(500);
        assertThat(exceed(token).body()).startsWith("<html>");
        assertThat(exceed(token).body()).isEmpty();
        assertThat(exceed(token).body()).startsWith("{\"status\":1").doesNotContain("createtime");
        HttpResponse<String> quota = exceed(token);
        assertThat(quota.statusCode()).isEqualTo(429);
        assertThat(quota.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(exceed(token).body()).endsWith("}");
        assertThat(simulator.counters().refused()).isZero();
    }

    @Test
    void someAreOfTheEnvelope() throws Exception {
        String token = client.login();
        simulator.setFaults("cmiot:quota*1", "cmiot:token-refused*1", "cmiot:system-error*1", "iotbos:token-refused*1");
        assertThat(page(1).at("/status").asText()).isEqualTo("71");
        assertThat(page(1).at("/status").asText()).isEqualTo("7");
        assertThat(page(1).at("/status").asText()).isEqualTo("99");
        assertThat(client.query("Exceed", CARDS, token).at("/info").asText()).isEqualTo("accessToken无效");
        assertThat(client.query("Exceed", CARDS, token).at("/status").asInt()).isEqualTo(1);
    }

    @Test
    void someAreOfTheCards() throws Exception {
        String token = client.login();
        simulator.setFaults("iotbos:missing-card*1", "stray-card*1");
        assertThat(client.query("Exceed", CARDS, token).at("/data/date")).hasSize(9);
        assertThat(client.query("Exceed", CARDS, token).at("/data/date")).hasSize(11);
        simulator.setFaults("poisoned@" + Cards.inventory(3).get(2));
        assertThat(client.query("Exceed", CARDS, token).at("/info").asText()).isEqualTo("号码非法");
    }

    @Test
    void someAreOfThePages() throws Exception {
        simulator.setFaults("short-page*1", "repeat-page*1", "moving-pages*1");
        assertThat(infos(1)).hasSize(10);
        assertThat(infos(2)).isEqualTo(Cards.arrears(20));
        infos(3);
        assertThat(simulator.arrears()).hasSizeBetween(44, 46).isNotEqualTo(Cards.arrears(45));
    }

    @Test
    void downIsASpanOfTheClock() throws Exception {
        simulator.setFaults("cmiot:down@10s..20s");
        assertThat(page(1).at("/status").asText()).isEqualTo("0");
        clock.move(Duration.ofSeconds(15));
        assertThatThrownBy(() -> page(1)).isInstanceOf(IOException.class);
        clock.move(Duration.ofSeconds(5));
        assertThat(page(1).at("/status").asText()).isEqualTo("0");
        simulator.setDown(true);
        assertThatThrownBy(() -> page(1)).isInstanceOf(IOException.class);
    }

    @Test
    void aRunCanBeRepeated() throws Exception {
        List<Integer> first = statuses(7);
        assertThat(first).contains(200, 500);
        assertThat(statuses(7)).isEqualTo(first);
        assertThat(statuses(8)).isNotEqualTo(first);
    }

    private static List<Integer> statuses(long seed) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        SimulatorConfig config = new SimulatorConfig().seed(seed).faults("exceed:http500@0.3");
        try (VendorSimulator one = VendorSimulator.start(config)) {
            Client client = new Client(one);
            String token = client.login();
            for (int i = 0; i < 60; i++) {
                String card = Integer.toString(i % 20);
                Map<String, String> asked = Map.of("cardIdNums", card, "accessToken", token);
                statuses.add(client.get("/Api/TerminalInfo/Exceed", asked).statusCode());
            }
        }
        return statuses;
    }

    private HttpResponse<String> exceed(String token) throws Exception {
        return client.get("/Api/TerminalInfo/Exceed", Map.of("cardIdNums", CARDS, "accessToken", token));
    }

    private JsonNode page(int number) throws Exception {
        return client.json(Paths.ARREARAGE, client.page(clock.instant(), 20, number));
    }

    private List<String> infos(int number) throws Exception {
        List<String> cards = new ArrayList<>();
        page(number)
                .at("/result/0/arrearageUserInfo/userInfos")
                .forEach(i -> cards.add(i.at("/msisdn").asText()));
        return cards;
    }
}
