package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Expression;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.records.Json;

/** The types a mapping may name: what fits is given in the type's form, anything else is a invalid. */
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
            time    | "1988/07/01 12:00:00" | "1988-07-01T12:00:00+09:00"
            time    | "1991/12/01 12:00:00" | "1991-12-01T12:00:00+08:00"
            time    | "1900/12/31 23:59:59" | "1900-12-31T23:59:16+08:05"
            time    | "1901/01/01 00:06:00" | "1901-01-01T00:06:00+08:00"
            object  | {"a":1}               | {"a":1}
            unmapped  | "停机保号"             | "other"
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
            time    | "1986/05/04 02:30:00"
            time    | "1988/04/17 02:00:00"
            time    | "19000101 of no year"
            object  | "none"
            object  | []
            object  | 0
            invalid  | 3
            invalid  | null
            """)
    void whatDoesNotFitIsAMisfit(String type, String json) {
        assertThatThrownBy(() -> typed(type, json)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "decimal", "text", "date", "time", "object", "unmapped"})
    void nullStaysNull(String type) throws IOException {
        assertThat(typed(type, "null")).isEqualTo("null");
        assertThat(Jslt.expression("{\"value\": " + type + "(.absent)}")
                        .apply(Json.MAPPER.readTree("{}"))
                        .toString())
                .isEqualTo("{\"value\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            time | "0001-01-01"
            time | "0001-01-01 00:00:00"
            time | "0001/1/1 0:00:00"
            time | "0001-01-01T00:00:00Z"
            time | "0000-00-00 00:00:00"
            time | "0000/00/00 00:00:00"
            time | "1753-01-01 00:00:00.000"
            time | "1899/12/30 00:00:00"
            time | "1900/01/01 00:00:00"
            time | " 1900-01-01 08:05:43 "
            time | "1970/01/01 08:00:00"
            time | "9999/12/31 23:59:59"
            time | "9999-12-31T23:59:59+08:00"
            time | 0
            date | "00000000"
            date | 0
            date | "0"
            date | "00010101"
            date | 10101
            date | "0000-00-00"
            date | "19000101"
            date | 19000101
            date | "19700101"
            date | "99991231"
            """)
    void aPlaceholderDateIsNullAndCounted(String type, String json) throws IOException {
        PlaceholderDates placeholders = new PlaceholderDates();
        VendorDates dates = new VendorDates(placeholders);
        JsonNode value = Json.MAPPER.readTree(json);
        assertThat(type.equals("time") ? dates.time(value) : dates.date(value)).isEqualTo(NullNode.instance);
        assertThat(typed(type, json)).isEqualTo("null");
        assertThat(placeholders.takeReport()).endsWith(" 1×");
    }

    @ParameterizedTest
    @CsvSource({
        "time, 0001/01/02 00:00:00, 0001-01-01T23:59:17+08:05",
        "time, 1900/01/02 00:00:00, 1900-01-01T23:59:17+08:05",
        "time, 2100/01/01 00:00:00, 2100-01-01T00:00:00+08:00",
        "date, 19000102, 1900-01-02",
        "date, 99991230, 9999-12-30"
    })
    void aDayBesideAPlaceholderIsADate(String type, String text, String published) throws IOException {
        assertThat(typed(type, '"' + text + '"')).isEqualTo('"' + published + '"');
    }

    @Test
    void aTimeIsTheInstantThatItWasInShanghai() throws IOException {
        for (String local : List.of("1900/03/04 05:06:07", "1942/07/01 00:00:00", "1990/06/15 12:00:00")) {
            String published =
                    Json.MAPPER.readTree(typed("time", '"' + local + '"')).textValue();
            LocalDateTime there = LocalDateTime.parse(local, DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss"));
            assertThat(OffsetDateTime.parse(published).toInstant())
                    .isEqualTo(there.atZone(ZoneId.of("Asia/Shanghai")).toInstant());
        }
    }

    @Test
    void whatWasToldOfPlaceholdersIsNotToldAgain() throws IOException {
        PlaceholderDates placeholders = new PlaceholderDates();
        placeholders.counts(Json.MAPPER.readTree("\"1900/01/01 00:00:00\""));
        placeholders.counts(Json.MAPPER.readTree("\"0001-01-01\""));
        placeholders.counts(Json.MAPPER.readTree("\"1900-1-1\""));
        assertThat(placeholders.takeReport()).isEqualTo("0001-01-01 1×, 1900-01-01 2×");
        assertThat(placeholders.takeReport()).isEmpty();
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
