package org.simrelay.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.RouteBeans;
import org.simrelay.records.Json;
import org.simrelay.reply.Answer.Item;

/** Where the items stand, with the properties of the shipped route files. */
class ItemsTest {

    private static final Items CMIOT = RouteBeans.items("polls/cmiot-arrearage.camel.yaml", "cmiot-arrearage");
    private static final Items IOTBOS = RouteBeans.items("polls/iotbos-usage.camel.yaml", "iotbos-usage");

    // the document's example, word for word
    private static final String CMIOT_SAMPLE =
            """
            {
                "status":"0",
                "message":"正确",
                "result":[
                    {
                        "arrearageUserInfo":{
                            "total":"2",
                            "userInfos":[
                                {
                                    "msisdn":"xxx",
                                    "status":"02",
                                    "currentDate":"20151228",
                                    "statusDate":"20130828"
                                },
                                {
                                    "msisdn":"xxx",
                                    "status":"02",
                                    "currentDate":"20151228",
                                    "statusDate":"20130828"
                                }
                            ]
                        }
                    }
                ]
            }
            """;

    private static Answer cmiot(String result) throws IOException, RequestFailure {
        return CMIOT.of(Json.MAPPER.readTree("{\"status\":\"0\",\"message\":\"正确\"" + result + "}"));
    }

    @Test
    void theExampleOfCmiotHasTwoItems() throws IOException, RequestFailure {
        Answer answer = CMIOT.of(Json.MAPPER.readTree(CMIOT_SAMPLE));
        assertThat(answer.total()).isEqualTo(2);
        assertThat(answer.items()).extracting(Item::card).containsExactly("xxx", "xxx");
        assertThat(answer.items().get(0).node().path("status").textValue()).isEqualTo("02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"result\":null",
                ", \"result\":[]",
                ", \"result\":[null]",
                ", \"result\":[{}]",
                ", \"result\":[{\"arrearageUserInfo\":null}]",
                ", \"result\":[{\"arrearageUserInfo\":{}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"0\"}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":0}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"0\",\"userInfos\":null}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"0\",\"userInfos\":[]}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":null,\"userInfos\":null}}]"
            })
    void everyShapeOfNothingIsNothing(String result) throws IOException, RequestFailure {
        Answer answer = cmiot(result);
        assertThat(answer.items()).isEmpty();
        assertThat(answer.total()).isZero();
    }

    @Test
    void aReplyJudgedEmptyIsNothing() throws RequestFailure {
        Answer answer = CMIOT.of(MissingNode.getInstance());
        assertThat(answer.items()).isEmpty();
        assertThat(answer.total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "0"})
    void aTotalOfNothingIsNothingThoughTheListIsACount(String count) throws IOException, RequestFailure {
        Answer answer = cmiot(", \"result\":[{\"arrearageUserInfo\":{\"total\":\"0\",\"userInfos\":" + count + "}}]");
        assertThat(answer.items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"result\":[{\"userInfos\":[]}]",
                ", \"result\":[{\"other\":{\"total\":\"2\"}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"2\"}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"2\",\"userInfos\":null}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"2\",\"userInfos\":\"2\"}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"2\",\"userInfos\":{\"msisdn\":\"1\"}}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"many\",\"userInfos\":[]}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"-1\",\"userInfos\":[]}}]",
                ", \"result\":[{\"arrearageUserInfo\":{\"total\":\"1\",\"userInfos\":[{}]}},{}]"
            })
    void aResultThatIsNotEmptyButLacksItsListIsUnknown(String result) {
        assertThatThrownBy(() -> cmiot(result))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.outcome())
                        .isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void aCardBehindAnEmptyResultIsNotNothing() {
        assertThatThrownBy(() -> cmiot(", \"result\":[{\"arrearageUserInfo\":{}},"
                        + "{\"arrearageUserInfo\":{\"total\":\"1\",\"userInfos\":[{\"msisdn\":\"1001\"}]}}]"))
                .isInstanceOf(RequestFailure.class);
    }

    @Test
    void totalsAndCardsMayBeTextsOrNumbers() throws IOException, RequestFailure {
        Answer answer = cmiot(", \"result\":[{\"arrearageUserInfo\":{\"total\":45,\"userInfos\":"
                + "[{\"msisdn\":1064800000001},{\"msisdn\":\"1064800000002\"}]}}]");
        assertThat(answer.total()).isEqualTo(45);
        Answer named = cmiot(", \"result\":[{\"arrearageUserInfo\":{\"total\":1,\"userInfos\":"
                + "[{\"msisdn\":\"卡-\\ud83d\\ude00\"}]}}]");
        assertThat(named.items()).extracting(Item::card).containsExactly("卡-\uD83D\uDE00");
        assertThat(answer.items()).extracting(Item::card).containsExactly("1064800000001", "1064800000002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"msisdn\":null}",
                "{\"msisdn\":\"\"}",
                "{\"msisdn\":\" \"}",
                "{\"msisdn\":[1]}",
                "{\"msisdn\":\"106\\n48\"}",
                // half a character: a key and an id could not hold it
                "{\"msisdn\":\"106\\ud83d\"}",
                "7"
            })
    void anItemWithoutACardIsKeptWithoutOne(String item) throws IOException, RequestFailure {
        Answer answer = cmiot(", \"result\":[{\"arrearageUserInfo\":{\"total\":\"1\",\"userInfos\":[" + item + "]}}]");
        assertThat(answer.items()).singleElement().extracting(Item::card).isNull();
    }

    @Test
    void theListOfIotbosStandsAtDataDate() throws IOException, RequestFailure {
        Answer answer = IOTBOS.of(
                Json.MAPPER.readTree(
                        """
                        {"status":1,"info":null,"data":{"date":[
                          {"num":"1060000000001","State":1},{"num":"1060000000002","State":1}]},
                         "createtime": "2018/01/16 14:02:08"}
                        """));
        assertThat(answer.items()).extracting(Item::card).containsExactly("1060000000001", "1060000000002");
        assertThat(answer.total()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{\"data\":[]}}", "{\"data\":{}}", "{\"data\":{\"date\":\"none\"}}"})
    void aReplyOfIotbosWithoutItsListIsUnknown(String reply) {
        assertThatThrownBy(() -> IOTBOS.of(Json.MAPPER.readTree(reply)))
                .isInstanceOfSatisfying(RequestFailure.class, failure -> assertThat(failure.outcome())
                        .isEqualTo(Outcome.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onelink-dayusage|dataAmountList", "onelink-members|memberInfoList"})
    void cardsInASecondResultOrArrayAreNotPassedOver(String poll) throws IOException, RequestFailure {
        String name = poll.substring(0, poll.indexOf('|'));
        Items items = RouteBeans.items("polls/" + name + ".camel.yaml", name);
        String list = "\"" + poll.substring(poll.indexOf('|') + 1) + "\":[{\"msisdn\":\"1001\"}]";
        assertThat(items.of(Json.MAPPER.readTree("{\"result\":[{" + list + "}]}"))
                        .cards())
                .containsExactly("1001");
        assertThatThrownBy(() -> items.of(Json.MAPPER.readTree("{\"result\":[{" + list + "},{" + list + "}]}")))
                .isInstanceOf(RequestFailure.class);
    }

    @Test
    void aTextTooLongForACardIsNone() throws IOException, RequestFailure {
        Answer answer = cmiot(", \"result\":[{\"arrearageUserInfo\":{\"total\":2,\"userInfos\":[{\"msisdn\":\""
                + "1".repeat(128) + "\"},{\"msisdn\":\"" + "1".repeat(129) + "\"}]}}]");
        assertThat(answer.items()).extracting(Item::card).containsExactly("1".repeat(128), null);
    }
}
