package org.simrelay.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that nobody told of are known by where they stand. */
class SecretPatternsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v2/x?a=1&token=abc&b=2 | /v2/x?a=1&token=***&b=2",
                "?accessToken=abc,x PASSWORD=a | ?accessToken=***,x PASSWORD=***",
                "?accessToken%3Dabc%26x=1 | ?accessToken%3D***%26x=1",
                "{\"accessToken\":\"a\\\"b\",\"x\":\"y\"} | {\"accessToken\":\"***\",\"x\":\"y\"}",
                "\"{\\\"token\\\": \\\"a b\\\", 1}\" | \"{\\\"token\\\": \\\"***\\\", 1}\"",
                "\"{\\\"token\\\": \\\"a\\\\nb\\\", 1}\" | \"{\\\"token\\\": \\\"***\\\", 1}\"",
                "x password=\\\\\\\"a\\\\b c\\\\\\\"; | x password=\\\\\\\"***\\\\\\\";",
                "Plain required username=\"u\" password=\"a;b c\"; | Plain required username=\"u\" password=\"***\";",
                "Authorization: Bearer abc.def-123~x | Authorization: Bearer ***",
                "Proxy-Authorization: basic dXNlcjpwYXNz== | Proxy-Authorization: basic ***",
                "via http://u:pa:ss@proxy:3128/x | via http://u:***@proxy:3128/x",
                "Invalid value hunter2 for configuration a.b: no number | Invalid value *** for configuration a.b: no number",
                "Invalid value a b Invalid value c for configuration x | Invalid value *** for configuration x",
                "Error binding property (camel.x=hunter2) with name | Error binding property (camel.x=***) with name",
                "sign e36e3b095a950236e248c61614b2861b9d45a0267b58b03278b872aba75617ab! | sign ***!",
            })
    void masks(String text, String masked) {
        assertThat(new Secrets().masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cmiot.main.password is not set; set CMIOT_MAIN_PASSWORD in the environment",
                "the bearer of this card, a basic question of design",
                "http://host:8080/path?x=a@b",
                "{\"code\":\"7\",\"design\":\"x\",\"tokens\":3}",
                "Invalid value ten for configuration a.b",
                "Invalid value of a line\nand one for configuration a.b",
            })
    void leaves(String text) {
        assertThat(new Secrets().masked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "token=\\", "password=\\\"\\", "\\\"token\\\":\\\"\\"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aRunOfBackslashesTakesNoLongerThanItsLength(String begin) {
        String text = begin + "\\".repeat(1_000_000);
        assertThat(new Secrets().shown(text, text.length())).startsWith(begin.substring(0, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid value ",
                "Invalid value x\n",
                "Invalid value ten for configuration ",
                "Error binding property (",
            })
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void beginningsWithoutEndsTakeNoLongerThanTheirLength(String begin) {
        String text = begin.repeat(2_000_000 / begin.length()) + " for configuration ";
        assertThat(new Secrets().shown(text, text.length())).startsWith(begin.substring(0, 5));
    }
}
