package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.records.Json;

/** The types a mapping may name: what fits is given in the type's form, anything else is a misfit. */
class TypeFunctionsTest {

    private static String typed(String type, String json) throws IOException {
        Expression expression = Jslt.expression(type + "(.)");
        JsonNode value = expression.apply(Json.MAPPER.readTree(json));
        return Json.MAPPER.writeValueAsString(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            int     | 6                     | 6
            int     | "6"                   | 6
            int     | 6.0                   | 6
            int     | -8359                 | -8359
            int     | "-8359"               | -8359
            int     | 9999999999            | 9999999999
            int     | 99999999999999999999  | 99999999999999999999
            decimal | 1.00                  | 1.00
            decimal | "1.00"                | 1.00
            decimal | 0.10                  | 0.10
            decimal | 0.00                  | 0.00
            decimal | 8359                  | 8359
            decimal | "8359"                | 8359
            decimal | -8359.50              | -8359.50
            decimal | 12345678901234567890.123456789 | 12345678901234567890.123456789
            text    | "已激活"               | "已激活"
            text    | ""                    | ""
            date    | "20151228"            | "2015-12-28"
            date    | 20151228              | "2015-12-28"
            date    | "20240229"            | "2024-02-29"
            time    | "2018/01/16 16:02:08" | "2018-01-16T16:02:08+08:00"
            time    | "2018/1/6 4:02:08"    | "2018-01-06T04:02:08+08:00"
            object  | {"a":1}               | {"a":1}
            unseen  | "停机保号"             | "other"
            """)
    void whatFitsIsGivenInItsForm(String type, String json, String published) throws IOException {
        assertThat(typed(type, json)).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            int     | 6.5
            int     | "6.5"
            int     | "six"
            int     | ""
            int     | " 6"
            int     | "1e3"
            int     | true
            int     | []
            int     | {}
            decimal | "1,00"
            decimal | "NaN"
            decimal | "1.00 元"
            decimal | ""
            decimal | false
            decimal | [1.00]
            text    | 5
            text    | true
            text    | ["已激活"]
            date    | "20150229"
            date    | "20151301"
            date    | "2015-12-28"
            date    | ""
            date    | "201512281"
            date    | true
            time    | "2018/02/30 00:00:00"
            time    | "2018/01/16 25:00:00"
            time    | "2018/01/16"
            time    | "soon"
            time    | ""
            time    | 1516118528
            object  | "none"
            object  | []
            object  | 0
            misfit  | 3
            misfit  | null
            """)
    void whatDoesNotFitIsAMisfit(String type, String json) {
        assertThatThrownBy(() -> typed(type, json)).isInstanceOf(Misfit.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "decimal", "text", "date", "time", "object", "unseen"})
    void nullStaysNull(String type) throws IOException {
        assertThat(typed(type, "null")).isEqualTo("null");
        assertThat(Jslt.expression("{\"value\": " + type + "(.absent)}")
                        .apply(Json.MAPPER.readTree("{}"))
                        .toString())
                .isEqualTo("{\"value\":null}");
    }

    @Test
    void aMisfitSaysWhatWasWrongAndStaysShort() {
        assertThatThrownBy(() -> typed("int", "\"six\""))
                .hasMessageContaining("six")
                .hasMessageContaining("number");
        assertThatThrownBy(() -> typed("int", "\"" + "x".repeat(100_000) + "\""))
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(200));
    }
}
