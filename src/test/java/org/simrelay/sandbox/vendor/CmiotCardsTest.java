package org.simrelay.sandbox.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CmiotCardsTest {
    private static final List<String> CARDS = Cards.inventory(31);

    private final MovingClock clock = new MovingClock();
    private final VendorSimulator simulator = VendorSimulator.start(
            new SimulatorConfig().clock(clock).mix(Mix.ALL_OK).cmiot(Client.APPID, "cmiot-secret"));
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(CmiotQuery.class)
    void answersAnItemACardAsItKnowsThem(CmiotQuery query) throws Exception {
        List<String> cards = CARDS.subList(0, Math.min(query.most(), 3));
        JsonNode reply = ask(query, Map.of(), cards);
        assertThat(reply.at("/status").asText()).isEqualTo("0");
        assertThat(reply.at("/result")).hasSize(Math.max(1, cards.size()));
        for (int i = 0; i < cards.size(); i++) {
            String known = simulator.truth().item(query.segment(), cards.get(i));
            assertThat(reply.at("/result/" + i)).hasToString(known);
        }
        assertThat(simulator.counters().violations()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION,ebid,0001000000009,3",
        "CONNECTION,msisdn,,10",
        "CONNECTION,msisdn,1064804000000_1064804000001,18",
        "CONNECTION,msisdn,106480400000x,13",
        "DAYUSAGE,query_date,,10",
        "DAYUSAGE,query_date,2026-11-21,14",
        "GROUP,query_date,,10",
        "LIFECYCLE,msisdns,1064804000000_1064804000000,13",
        "CREDIT,transid,A0B40O5201601102201,13",
        "CREDIT,token,abc,7"
    })
    void refusesWhatTheDocumentForbids(CmiotQuery query, String parameter, String value, String status)
            throws Exception {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put(parameter, value == null ? "" : value);
        JsonNode reply = ask(query, changed, CARDS.subList(0, Math.min(query.most(), 1)));
        assertThat(reply.at("/status").asText()).isEqualTo(status);
        assertThat(simulator.counters().violations()).isOne();
    }

    @Test
    void aBatchHasItsLimit() throws Exception {
        assertThat(ask(CmiotQuery.MONTHUSAGE, Map.of(), CARDS).at("/status").asText())
                .isEqualTo("18");
        assertThat(ask(CmiotQuery.LIFECYCLE, Map.of(), CARDS).at("/result")).hasSize(CARDS.size());
    }

    @Test
    void aTransidIsUsedOnceOverAllQueries() throws Exception {
        Map<String, String> asked = parameters(CmiotQuery.CREDIT, CARDS.subList(0, 1));
        assertThat(client.json("/v2/balancerealsingle", asked).at("/status").asText())
                .isEqualTo("0");
        asked.put("ebid", CmiotQuery.CARDSTATUS.ebid());
        assertThat(client.json("/v2/userstatusrealsingle", asked).at("/status").asText())
                .isEqualTo("13");
        assertThat(simulator.counters().reusedTransids()).isOne();
    }

    @Test
    void leavesOutPoisonsAndErrs() throws Exception {
        simulator.omitOnce(CARDS.get(0));
        assertThat(ask(CmiotQuery.DAYUSAGE, Map.of(), CARDS.subList(0, 2)).at("/result"))
                .hasSize(1);
        simulator.poison(CARDS.get(1));
        assertThat(ask(CmiotQuery.DAYUSAGE, Map.of(), CARDS.subList(0, 2))
                        .at("/status")
                        .asText())
                .isEqualTo("21");
        assertThat(ask(CmiotQuery.CREDIT, Map.of(), CARDS.subList(1, 2))
                        .at("/status")
                        .asText())
                .isEqualTo("12");
        simulator.heal();
        simulator.setFaults("balancerealsingle:system-error*1");
        assertThat(Stream.of(0, 1)
                        .map(unused -> status(CmiotQuery.CREDIT, CARDS.subList(0, 1)))
                        .toList())
                .containsExactly("99", "0");
    }

    private String status(CmiotQuery query, List<String> cards) {
        try {
            return ask(query, Map.of(), cards).at("/status").asText();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode ask(CmiotQuery query, Map<String, String> changed, List<String> cards) throws Exception {
        Map<String, String> asked = parameters(query, cards);
        asked.putAll(changed);
        return client.json("/v2/" + query.segment(), asked);
    }

    private Map<String, String> parameters(CmiotQuery query, List<String> cards) {
        Map<String, String> asked = new LinkedHashMap<>(client.page(clock.instant(), 20, 1));
        asked.keySet().removeAll(List.of("pageSize", "pageNum"));
        asked.put("ebid", query.ebid());
        if (!query.cards().isEmpty()) {
            asked.put(query.cards(), String.join("_", cards));
        }
        query.others().forEach(name -> asked.put(name, "20261121"));
        return asked;
    }
}
