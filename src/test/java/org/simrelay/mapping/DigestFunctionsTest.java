package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.simrelay.records.Json;

/** Known answers: made with sha256sum, md5sum and openssl, or from the standards named beside them. */
class DigestFunctionsTest {

    private static String text(String jslt, String text) {
        return Jslt.expression(jslt)
                .apply(Map.of("text", TextNode.valueOf(text)), NullNode.instance)
                .asText();
    }

    // printf %s TEXT | sha256sum
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "1000001secret1000012014101615303080000001, e36e3b095a950236e248c61614b2861b9d45a0267b58b03278b872aba75617ab",
        "A0B40O5passwordA0B40O52026112216000100123456, f7cfc1b1294c9b4d9efc00dd7952a0dcef31da181355cb258ee11408e84c7c84",
        "已激活, 8f3c822f08add58307647567a4ff8d2d500bd0d7105e46ec3639fffd41d07a23"
    })
    void sha256IsLowerCaseHexOverUtf8(String text, String hex) {
        assertThat(text("digest(\"sha256\", $text)", text)).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        // md5sum
        "md5, abc, 900150983cd24fb0d6963f7d28e17f72",
        "md5, 已激活, f6ebf8f5e0b13b4eda7c2d1bcbe9f415",
        // GB/T 32905-2016, A.1
        "sm3, abc, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "sha1, abc, a9993e364706816aba3e25717850c26c9cd0d89d"
    })
    void otherDigestsGoByTheirNames(String algorithm, String text, String hex) {
        assertThat(text("digest(\"" + algorithm + "\", $text)", text)).isEqualTo(hex);
    }

    // RFC 4231, test case 2
    @Test
    void hmacIsOfTheStandard() {
        assertThat(text("hmac(\"sha256\", \"Jefe\", $text)", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void base64UpperCaseAndTwiceAreWrittenAsTheyRead() {
        // printf abc | md5sum -> printf of that hex | md5sum
        assertThat(text("digest(\"md5\", digest(\"md5\", $text))", "abc"))
                .isEqualTo("ec0405c5aef93e771cd80e0db180b88b");
        assertThat(text("uppercase(digest(\"md5\", $text))", "abc")).isEqualTo("900150983CD24FB0D6963F7D28E17F72");
        assertThat(text("digest-base64(\"md5\", $text)", "abc")).isEqualTo("kAFQmDzST7DWlj99KOF/cg==");
    }

    @Test
    void fieldsAreJoinedByTheOrderOfTheirNames() throws Exception {
        JsonNode given = Json.MAPPER.readTree("{\"b\":2,\"a\":\"x\",\"none\":null,\"C\":true}");
        JsonNode joined = Jslt.expression("sorted(., \"=\", \"&\")").apply(given);
        assertThat(joined.asText()).isEqualTo("C=true&a=x&b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-257", "sha-257", "sm4"})
    void aDigestThatIsNotKnownIsNamedWithThoseThatAre(String name) {
        assertThatThrownBy(() -> text("digest(\"" + name + "\", $text)", "abc"))
                .hasMessageContaining(name)
                .hasMessageContaining("sm3");
    }
}
