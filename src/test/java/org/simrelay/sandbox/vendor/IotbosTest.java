package org.simrelay.sandbox.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IotbosTest {
    private final MovingClock clock = new MovingClock();
    private final VendorSimulator simulator = VendorSimulator.start(
            new SimulatorConfig().clock(clock).tokenLife(Duration.ofHours(1)).loginVoidsOlder(true));
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void givesATokenForAnHour() throws Exception {
        JsonNode reply = client.postForm("/Api/token", Map.of("account", "sandbox", "password", "iotbos-secret"));
        assertThat(reply.at("/status").isInt()).isTrue();
        assertThat(reply.at("/status").asInt()).isEqualTo(1);
        assertThat(reply.at("/createtime").asText()).isEqualTo("2026/11/23 01:30:00");
        assertThat(reply.at("/data/expiresTime").asText()).isEqualTo("2026/11/23 02:30:00");
        String token = reply.at("/data/accessToken").asText();
        clock.move(Duration.ofMinutes(59));
        assertThat(status(token)).isEqualTo(1);
        clock.move(Duration.ofMinutes(1));
        JsonNode refused = client.query("Exceed", "1064804000000", token);
        assertThat(refused.at("/status").asInt()).isZero();
        assertThat(refused.at("/info").asText()).isEqualTo("accessToken无效");
        assertThat(refused.at("/data").isNull()).isTrue();
        assertThat(simulator.counters().violations()).isZero();
        assertThat(simulator.counters().refused()).isOne();
        assertThat(simulator.counters().logins()).isOne();
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        JsonNode reply = client.json("/Api/token", Map.of("account", "sandbox", "password", "x"));
        assertThat(reply.at("/status").asInt()).isZero();
        assertThat(reply.at("/info").asText()).isEqualTo("账号或密码错误");
        assertThat(simulator.counters().logins()).isZero();
    }

    @Test
    void aNewLoginVoidsTheOlderToken() throws Exception {
        String older = client.login();
        String newer = client.login();
        assertThat(status(older)).isZero();
        assertThat(status(newer)).isEqualTo(1);
        simulator.voidTokens();
        assertThat(status(newer)).isZero();
    }

    @Test
    void refusesBatchesThatAreWrong() throws Exception {
        String token = client.login();
        assertThat(client.query("Exceed", "", token).at("/status").asInt()).isZero();
        assertThat(client.query("Exceed", "1,x", token).at("/status").asInt()).isZero();
        assertThat(client.query("Exceed", "1,1", token).at("/status").asInt()).isZero();
        String tooMany = String.join(",", Cards.inventory(101));
        assertThat(client.query("Exceed", tooMany, token).at("/info").asText()).isEqualTo("号码数量超出限制");
        assertThat(simulator.counters().violations()).isEqualTo(4);
        String poison = Cards.inventory(2).get(1);
        simulator.poison(poison);
        assertThat(client.query("Exceed", "1," + poison, token).at("/info").asText())
                .isEqualTo("号码非法");
        assertThat(client.query("Exceed", "1", token).at("/status").asInt()).isEqualTo(1);
        assertThat(simulator.counters().violations()).isEqualTo(4);
        simulator.heal();
        assertThat(client.query("Exceed", poison, token).at("/status").asInt()).isEqualTo(1);
    }

    @Test
    void cardsAreAMixAndAlwaysTheSame() throws Exception {
        String token = client.login();
        Map<Integer, Integer> states = new TreeMap<>();
        List<String> shapes = new ArrayList<>();
        List<String> cards = Cards.inventory(2000);
        for (int i = 0; i < cards.size(); i += 100) {
            JsonNode reply = client.query("Surplus", String.join(",", cards.subList(i, i + 100)), token);
            assertThat(reply.at("/data/date")).hasSize(100);
            for (JsonNode item : reply.at("/data/date")) {
                states.merge(item.at("/State").asInt(), 1, Integer::sum);
                JsonNode flow = item.at("/Surplus/ResidualFlow");
                shapes.add(flow.isTextual() ? "text" : flow.asDouble() < 0 ? "negative" : "plain");
            }
        }
        assertThat(states.get(0)).isBetween(8, 35);
        assertThat(states.get(2)).isBetween(20, 65);
        assertThat(shapes).contains("text", "negative", "plain");
        String batch = String.join(",", cards.subList(0, 100));
        assertThat(client.query("Surplus", batch, token)).isEqualTo(client.query("Surplus", batch, token));
    }

    @Test
    void tariffKeepsItsDigits() throws Exception {
        String body = client.get(
                        "/Api/TerminalInfo/ReturnOperatorServicePackage",
                        Map.of("cardIdNums", "1064804000003", "accessToken", client.login()))
                .body();
        assertThat(body).containsPattern("\"Cost\":\\d+\\.\\d0,").containsPattern("\"ExceedSmsPrice\":0\\.10,");
    }

    @Test
    void expiryAndStateAreAsInTheDocument() throws Exception {
        String token = client.login();
        String cards = String.join(",", Cards.inventory(100));
        for (JsonNode item : client.query("ExpireDate", cards, token).at("/data/date")) {
            boolean active = item.at("/TerminalState").asText().equals("已激活");
            assertThat(item.at("/ExpireDate").isTextual()).isEqualTo(active);
            if (active) {
                assertThat(item.at("/ExpireDate").asText()).matches("20\\d\\d/\\d\\d/\\d\\d 00:00:00");
            }
        }
        assertThat(client.query("ReturnState", cards, token).at("/data/date")).hasSize(100);
    }

    @Test
    void aPathOfNobodyIsAViolation() throws Exception {
        assertThat(client.get("/Api/nothing", Map.of()).statusCode()).isEqualTo(404);
        assertThat(simulator.counters().violations()).isOne();
    }

    private int status(String token) throws Exception {
        return client.query("Exceed", "1064804000000", token).at("/status").asInt();
    }
}
