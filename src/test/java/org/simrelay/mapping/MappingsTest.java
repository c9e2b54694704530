package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.TestSweeps;
import org.simrelay.config.RouteFiles;
import org.simrelay.records.Json;

/** The shipped mappings against the examples of the vendors' documents, word for word, and README's table of records. */
class MappingsTest {

    private final Mappings mappings =
            new Mappings(new RouteFiles(Path.of("routes"), TestSweeps.settings(Map.of())), Json.MAPPER.writer());

    /** Each field with its value as it is written, so that 1.00 and 1 differ. */
    private static Map<String, String> fields(String json) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : Json.MAPPER.readTree(json).properties()) {
            fields.put(field.getKey(), Json.MAPPER.writeValueAsString(field.getValue()));
        }
        return fields;
    }

    private Map<String, String> event(String poll, String card, String item) throws IOException {
        return fields(Json.MAPPER
                .readTree(mappings.of(poll).values(null).of(card, Json.MAPPER.readTree(item)))
                .toString());
    }

    @Test
    void arrearageAsInTheExample() throws IOException {
        String item =
                """
                {
                    "msisdn":"xxx",
                    "status":"02",
                    "currentDate":"20151228",
                    "statusDate":"20130828"
                }
                """;
        assertThat(event("cmiot-arrearage", "xxx", item))
                .isEqualTo(
                        fields(
                                "{\"card\":\"xxx\",\"status\":\"02\",\"statusDate\":\"2013-08-28\",\"queryDate\":\"2015-12-28\"}"));
    }

    @Test
    void usageAsInTheExample() throws IOException {
        String item =
                """
                {"num":"1060000000001",
                 "State":1,
                         "Exceed":{"ReceivesSmsNum":6,"UseFlow":8359}}
                """;
        assertThat(event("iotbos-usage", "1060000000001", item))
                .isEqualTo(
                        fields(
                                "{\"card\":\"1060000000001\",\"result\":\"ok\",\"smsUsed\":6,\"dataUsed\":8359,\"dataUnit\":\"unspecified\"}"));
    }

    @Test
    void balanceAsInTheExample() throws IOException {
        String item =
                """
                {"num":"1064804085884",
                 "State":1,
                 "Surplus":{"ResidualReceivesSms":4,"ResidualFlow":-8359}}
                """;
        assertThat(event("iotbos-balance", "1064804085884", item))
                .isEqualTo(
                        fields(
                                "{\"card\":\"1064804085884\",\"result\":\"ok\",\"smsLeft\":4,\"dataLeft\":-8359,\"dataUnit\":\"unspecified\"}"));
    }

    @Test
    void expiryAsInTheExampleWhereNoDataComesWithAState() throws IOException {
        String item =
                """
                {"num":"1064804085884",
                         "State":2,
                       "TerminalState":"已禁用",
                       "ExpireDate":null
                      }
                """;
        assertThat(event("iotbos-expiry", "1064804085884", item))
                .isEqualTo(
                        fields(
                                "{\"card\":\"1064804085884\",\"result\":\"no-data\",\"state\":\"disabled\",\"stateText\":\"已禁用\",\"expiresAt\":null}"));
    }

    @Test
    void expiryOfAnActiveCard() throws IOException {
        String item = "{\"num\":\"1\",\"State\":1,\"TerminalState\":\"已激活\",\"ExpireDate\":\"2027/01/16 00:00:00\"}";
        assertThat(event("iotbos-expiry", "1", item))
                .isEqualTo(
                        fields(
                                "{\"card\":\"1\",\"result\":\"ok\",\"state\":\"active\",\"stateText\":\"已激活\",\"expiresAt\":\"2027-01-16T00:00:00+08:00\"}"));
    }

    @Test
    void stateAsInTheExample() throws IOException {
        String item =
                """
                {
                     "num":"1064804085884",
                     "State":2,
                             "TerminalState":null
                           }
                """;
        assertThat(event("iotbos-state", "1064804085884", item))
                .isEqualTo(fields(
                        "{\"card\":\"1064804085884\",\"result\":\"no-data\",\"state\":null,\"stateText\":null}"));
    }

    @Test
    void tariffAsInTheExampleWithItsDigits() throws IOException {
        String item =
                """
                {
                "num":"1064804085884",
                "State":1,
                "ServicePackage":
                  {
                  "ServiceName":"移动 10 条",
                  "Cost":1.00,
                  "DefaultSms":10,
                  "ExceedSmsPrice":0.10,
                  "DefaultFlow":0,
                  "ExceedFlowPrice":0.00
                     }
                 }
                """;
        assertThat(event("iotbos-tariff", "1064804085884", item))
                .isEqualTo(
                        fields(
                                "{\"card\":\"1064804085884\",\"result\":\"ok\",\"plan\":\"移动 10 条\",\"monthlyFee\":1.00,\"smsIncluded\":10,\"smsOveragePrice\":0.10,\"dataIncluded\":0,\"dataOveragePrice\":0.00}"));
    }

    @Test
    void numbersThatComeAsTextsAreTheNumbers() throws IOException {
        assertThat(event(
                        "iotbos-usage",
                        "1",
                        "{\"State\":\"1\",\"Exceed\":{\"ReceivesSmsNum\":\"6\",\"UseFlow\":\"8359.50\"}}"))
                .containsEntry("result", "\"ok\"")
                .containsEntry("smsUsed", "6")
                .containsEntry("dataUsed", "8359.50");
        assertThat(event("iotbos-tariff", "1", "{\"State\":1,\"ServicePackage\":{\"Cost\":\"1.00\"}}"))
                .containsEntry("monthlyFee", "1.00");
        assertThat(event("cmiot-arrearage", "1", "{\"status\":\"02\",\"currentDate\":20151228}"))
                .containsEntry("queryDate", "\"2015-12-28\"");
    }

    @ParameterizedTest
    @CsvSource({
        "iotbos-usage, smsUsed dataUsed",
        "iotbos-balance, smsLeft dataLeft",
        "iotbos-expiry, state stateText expiresAt",
        "iotbos-state, state stateText",
        "iotbos-tariff, plan monthlyFee smsIncluded smsOveragePrice dataIncluded dataOveragePrice"
    })
    void aCardWithoutDataHasEveryFieldWithNull(String poll, String absent) throws IOException {
        Map<String, String> missing = fields(Json.MAPPER
                .readTree(mappings.of(poll).values(null).of("1001", null))
                .toString());
        Map<String, String> unknown = event(poll, "1001", "{\"num\":\"1001\",\"State\":0}");
        Map<String, String> noData = event(poll, "1001", "{\"num\":\"1001\",\"State\":2}");
        assertThat(missing).containsEntry("card", "\"1001\"").containsEntry("result", "\"missing\"");
        assertThat(unknown).containsEntry("card", "\"1001\"").containsEntry("result", "\"unknown-card\"");
        assertThat(noData).containsEntry("card", "\"1001\"").containsEntry("result", "\"no-data\"");
        for (String field : absent.split(" ", -1)) {
            assertThat(missing).containsEntry(field, "null");
            assertThat(unknown).containsEntry(field, "null");
            assertThat(noData).containsEntry(field, "null");
        }
    }

    @Test
    void withNoDataWhatWasGivenIsPublished() throws IOException {
        assertThat(event("iotbos-usage", "1", "{\"State\":2,\"Exceed\":{\"ReceivesSmsNum\":0}}"))
                .containsEntry("result", "\"no-data\"")
                .containsEntry("smsUsed", "0")
                .containsEntry("dataUsed", "null");
    }

    @ParameterizedTest
    @CsvSource({"已激活, active", "已禁用, disabled", "测试期, testing", "静默期, silent", "停机保号, other"})
    void aStateHasItsWordAndKeepsItsText(String text, String word) throws IOException {
        for (String poll : new String[] {"iotbos-state", "iotbos-expiry"}) {
            assertThat(event(poll, "1", "{\"State\":1,\"TerminalState\":\"" + text + "\"}"))
                    .containsEntry("state", "\"" + word + "\"")
                    .containsEntry("stateText", "\"" + text + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            iotbos-state    | {"State":3}
            iotbos-state    | {"State":null}
            iotbos-state    | {}
            iotbos-state    | {"State":"ok"}
            iotbos-state    | {"State":1,"TerminalState":5}
            iotbos-state    | "1001"
            iotbos-usage    | {"State":1,"Exceed":"none"}
            iotbos-usage    | {"State":1,"Exceed":{"ReceivesSmsNum":6.5}}
            iotbos-usage    | {"State":1,"Exceed":{"UseFlow":"many"}}
            iotbos-balance  | {"State":1,"Surplus":[]}
            iotbos-balance  | {"State":1,"Surplus":{"ResidualFlow":true}}
            iotbos-expiry   | {"State":1,"ExpireDate":"2027/02/30 00:00:00"}
            iotbos-tariff   | {"State":1,"ServicePackage":{"Cost":"1.00 元"}}
            iotbos-tariff   | {"State":1,"ServicePackage":{"ServiceName":10}}
            iotbos-tariff   | {"State":1,"ServicePackage":{"DefaultSms":{}}}
            cmiot-arrearage | {"status":"02","statusDate":"20131301"}
            cmiot-arrearage | {"status":["02"]}
            """)
    void aValueThatDoesNotFitFailsItsCard(String poll, String item) {
        assertThatThrownBy(() -> event(poll, "1001", item)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iotbos-nothing", "cmiot-nothing"})
    void aMappingThatIsNotThereIsNamed(String poll) {
        assertThatThrownBy(() -> mappings.of(poll)).hasMessageContaining(poll + ".jslt");
    }
}
