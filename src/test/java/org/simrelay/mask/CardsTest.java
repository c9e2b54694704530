package org.simrelay.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Card numbers in texts that are not the card's own record. */
class CardsTest {

    private static final List<String> ALL =
            List.of("8986001", "89860011", "898600", "AB-12-cd", "AB", "card one", "1440/7");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cardIdNums=8986001,89860011,898600&x=1 | cardIdNums=****,89860011,****&x=1",
                "cardIdNums=8986001%2C89860011%2c898600 | cardIdNums=****%2C89860011%2c****",
                "cardIdNums=8986001%252C89860011%252C898600 | cardIdNums=****%252C89860011%252C****",
                "[\"8986001\",\"89860011\"] | [\"****\",\"89860011\"]",
                "ICCID8986001 is bad, 899860011 is not known | ICCID**** is bad, 899860011 is not known",
                "ab-12-CD ab%2D12%2Dcd AB\\u002d12\\u002dcd | **** **** ****",
                "AB, and not ABLE or AB-12-cd-x | ****, and not ABLE or ****-x",
                "card+one card%20one CARD ONE | **** **** ****",
                "1440%2F7 1440\\/7 1440&#47;7 | **** **** ****",
                "%38%39%38%36%30%30%31 89860011 | **** 89860011",
                "89860010 and 18986001 are other numbers | 89860010 and 18986001 are other numbers",
                "a 8986001\u0000x | a ****\u0000x",
            })
    void othersAreHidden(String text, String hidden) {
        assertThat(Mask.others(text, ALL, List.of("89860011"))).isEqualTo(hidden);
    }

    @Test
    void whatIsAskedForStays() {
        String text = "cardIdNums=8986001,AB-12-cd,AB";
        assertThat(Mask.others(text, ALL, ALL)).isEqualTo(text);
        assertThat(Mask.others(text, List.of(), List.of())).isEqualTo(text);
        assertThat(Mask.others(text, List.of("AB"), List.of("AB-12-cd"))).isEqualTo("cardIdNums=8986001,AB-12-cd,****");
    }

    @Test
    void ofTenThousandEachOtherIsFound() {
        List<String> all = new ArrayList<>();
        IntStream.range(0, 10_000).forEach(i -> all.add("89860" + (1_000_000 + i)));
        String text = "?cards=" + String.join("%2C", all);
        assertThat(Mask.others(text, all, List.of(all.get(7))))
                .isEqualTo("?cards=" + "****%2C".repeat(7) + all.get(7) + "%2C****".repeat(9_992));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no such card 89860012345678901234 here | no such card ****1234 here",
                "no such card ab-89-86-0012-XY77. | no such card ****XY77.",
                "898600MFSSYYGXXXXXXP | ****XXXP",
                "cards 123456,7654321 | cards ****3456,****4321",
                "number 12345 of HTTP 500 | number 12345 of HTTP 500",
                "since 2026-11-26T05:05:00Z and 2026-11-26 | since 2026-11-26T05:05:00Z and 2026-11-26",
                "2026-11-22-8986001234567890123 and 2026-11-22-AB106480000001 | ****0123 and ****0001",
                "2026-11-22T1064800000001 and 2026-11-22T080000Z | ****0001 and 2026-11-22T080000Z",
                "sim ABCDEF is bad, SIM abcdef too | sim ****CDEF is bad, SIM ****CDEF too",
                "8-6-0-1-2-3 | ****-2-3",
            })
    void inALogAllButTheLastFourCharactersAreHidden(String text, String hidden) {
        assertThat(Cards.hiddenIn(text, List.of("ABCDEF"))).isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete: 2000000 published", "iotbos-usage@2026-11-26T05:05:00Z", "batch-12345"})
    void countsAndTimesOfOurOwnStay(String line) {
        assertThat(Cards.hiddenInLine(line)).isEqualTo(line);
    }

    @Test
    void aShortNumberShowsLess() {
        assertThat(Cards.hidden("1234")).isEqualTo("****34");
        assertThat(Cards.hidden("7")).isEqualTo("****");
        assertThat(Cards.hidden("12345678")).isEqualTo("****5678");
    }

    @Test
    void aNumberOfManyGroupsIsHiddenToo() {
        assertThat(Cards.hiddenIn("is " + "1-".repeat(100_000) + "23456", List.of()))
                .isEqualTo("is ****3456");
    }
}
