package org.simrelay.sandbox.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CmiotArrearageTest {
    private final MovingClock clock = new MovingClock();
    private final SimulatorConfig config = new SimulatorConfig()
            .clock(clock)
            .cmiot(Client.APPID, "cmiot-secret")
            .arrears(45);
    private final VendorSimulator simulator = VendorSimulator.start(config);
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void signsAsTheDocumentSays() {
        // printf 'A0B40O5cmiot-secretA0B40O52026112301300000000001' | sha256sum
        assertThat(Signature.of("A0B40O5", "cmiot-secret", "A0B40O52026112301300000000001"))
                .isEqualTo("1878302b9e66bfbba1cc98a153fec0d69051a4b9d6decc1528de58195e9da95c");
    }

    @Test
    void answersPageByPageAndThenWithAnEmptyOne() throws Exception {
        List<String> cards = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            page(20, page)
                    .at("/userInfos")
                    .forEach(i -> cards.add(i.at("/msisdn").asText()));
        }
        assertThat(cards).isEqualTo(Cards.arrears(45));
        JsonNode first = page(1, 1);
        assertThat(first.at("/total").isTextual()).isTrue();
        assertThat(first.at("/total").asText()).isEqualTo("45");
        JsonNode item = first.at("/userInfos/0");
        assertThat(item.at("/status").asText()).isEqualTo("02");
        // 17:30 UTC is the next day in Shanghai
        assertThat(item.at("/currentDate").asText()).isEqualTo("20261123");
        assertThat(item.at("/statusDate").asText()).matches("2024\\d{4}");
        JsonNode past = page(20, 4);
        assertThat(past.at("/total").asText()).isEqualTo("45");
        assertThat(past.at("/userInfos").isArray()).isTrue();
        assertThat(past.at("/userInfos")).isEmpty();
        assertThat(simulator.counters().violations()).isZero();
        assertThat(simulator.counters().byPath()).containsEntry("/v2/arrearageuserinfo", 5L);
    }

    @ParameterizedTest
    @CsvSource({
        "appid,B,4",
        "appid,,10",
        "ebid,0001000000432,3",
        "ebid,,10",
        "transid,A0B40O5201601102201,13",
        "transid,,10",
        "token,abc,7",
        "token,,10",
        "pageSize,21,18",
        "pageSize,0,18",
        "pageSize,x,18",
        "pageNum,0,13",
        "pageNum,-1,13",
        "transid,A0B40O52026112217300000000001,13",
        "transid,A0B40O52026139999999900000001,13"
    })
    void refusesWhatTheDocumentForbids(String parameter, String value, String status) throws Exception {
        Map<String, String> asked = client.page(clock.instant(), 20, 1);
        if (value == null) {
            asked.remove(parameter);
        } else {
            asked.put(parameter, value);
        }
        assertThat(status(asked)).isEqualTo(status);
        assertThat(simulator.counters().refused()).isOne();
        assertThat(simulator.counters().violations()).isOne();
    }

    @Test
    void refusesAnUpperCaseToken() throws Exception {
        Map<String, String> asked = client.page(clock.instant(), 20, 1);
        asked.computeIfPresent("token", (k, v) -> v.toUpperCase(Locale.ROOT));
        assertThat(status(asked)).isEqualTo("7");
    }

    @Test
    void refusesATransidThatWasUsedBefore() throws Exception {
        Map<String, String> asked = client.page(clock.instant(), 20, 1);
        assertThat(status(asked)).isEqualTo("0");
        assertThat(status(asked)).isEqualTo("13");
        assertThat(simulator.counters().reusedTransids()).isOne();
        assertThat(simulator.seen().get(1).violation()).isEqualTo("transid used before");
    }

    @Test
    void refusesATransidOfAnotherTime() throws Exception {
        Map<String, String> asked = client.page(clock.instant(), 20, 1);
        clock.move(Duration.ofMinutes(6));
        assertThat(status(asked)).isEqualTo("13");
    }

    @ParameterizedTest
    @EnumSource(EmptyShape.class)
    void hasManyWaysToSayNothing(EmptyShape shape) throws Exception {
        config.empty(shape);
        simulator.setArrears(List.of());
        JsonNode reply = client.json(Paths.ARREARAGE, client.page(clock.instant(), 20, 1));
        assertThat(reply.at("/status").asText()).isEqualTo(shape == EmptyShape.STATUS_2 ? "2" : "0");
        assertThat(reply.at("/result").isArray()).isTrue();
        assertThat(reply.at("/result/0/arrearageUserInfo/userInfos")).isEmpty();
    }

    @Test
    void leavesOutACardOnce() throws Exception {
        String card = Cards.arrears(1).get(0);
        simulator.omitOnce(card);
        assertThat(page(20, 1).at("/userInfos")).hasSize(19);
        assertThat(page(20, 1).at("/userInfos")).hasSize(20);
    }

    private String status(Map<String, String> asked) throws Exception {
        return client.json(Paths.ARREARAGE, asked).at("/status").asText();
    }

    private JsonNode page(int size, int number) throws Exception {
        return client.json(Paths.ARREARAGE, client.page(clock.instant(), size, number))
                .at("/result/0/arrearageUserInfo");
    }
}
