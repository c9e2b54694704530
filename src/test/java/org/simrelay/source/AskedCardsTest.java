package org.simrelay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.RouteBeans;
import org.simrelay.records.Json;
import org.simrelay.reply.Answer.Item;
import org.simrelay.reply.Items;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;

/** A reply whose items are of none of the cards that were asked for says nothing of those cards. */
class AskedCardsTest {

    private static final Items IOTBOS = RouteBeans.items("polls/iotbos-usage.camel.yaml", "iotbos-usage");
    private static final List<String> ASKED = List.of("1060000000001", "1060000000002", "89860abc", "0061");

    private static List<Item> items(String list) throws IOException, RequestFailure {
        return IOTBOS.of(Json.MAPPER.readTree("{\"data\":{\"date\":" + list + "}}"))
                .items();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            [{"num":"89860ABC"}]                       | "****0ABC", which differs from one asked for by its letters' case alone
            [{"num":"+861060000000001"}]               | "****0001", which differs from one asked for by what stands before or behind it
            [{"num":"1060000000001,"}]                 | by what stands before or behind it
            [{"num":"0601"}]                           | "****01"
            [{"num":61}]                               | by what stands before or behind it
            [{"num":"1999999999999"}, {"num":null}]    | "****9999"; mend
            [{"num":1.060000000001E12}]                | no card number that can be read
            [{"num":1060000000001.0}]                  | no card number that can be read
            [{"State":1}, {"num":""}, {"num":["1"]}]   | no card number that can be read
            [null, 5, "1060000000001"]                 | no card number that can be read
            """)
    void itemsOfNoneOfThemAreUnknownAndSayHowTheyDiffer(String list, String said) throws Exception {
        List<Item> items = items(list);
        RequestFailure failure = catchThrowableOfType(RequestFailure.class, () -> AskedCards.check(ASKED, items));
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.reason())
                .contains(said)
                .doesNotContain("1060000000001")
                .doesNotContain("1999999999999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"num\":\"1060000000002\"}]",
                "[{\"num\":1060000000002}]",
                "[{\"num\":\" 1060000000002 \"}]",
                "[{\"num\":\"+861060000000001\"},{\"num\":null},{\"num\":\"1060000000002\"}]"
            })
    void oneOfThemIsEnoughAndSoIsNoItem(String list) throws Exception {
        List<Item> items = items(list);
        assertThatCode(() -> AskedCards.check(ASKED, items)).doesNotThrowAnyException();
    }

    @Test
    void aPageAsksForNoCards() throws Exception {
        List<Item> items = items("[{\"num\":\"1060000000009\"}]");
        assertThatCode(() -> AskedCards.check(List.of(), items)).doesNotThrowAnyException();
    }
}
