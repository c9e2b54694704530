package org.simrelay.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {

    // printf %s TEXT | sha256sum
    @ParameterizedTest
    @CsvSource({
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "1000001secret1000012014101615303080000001, e36e3b095a950236e248c61614b2861b9d45a0267b58b03278b872aba75617ab",
        "已激活, 8f3c822f08add58307647567a4ff8d2d500bd0d7105e46ec3639fffd41d07a23"
    })
    void sha256IsLowerCaseHexOverUtf8(String text, String hex) {
        assertThat(Digests.hex("SHA-256", text)).isEqualTo(hex);
    }

    @Test
    void knowsOtherDigestsByTheirName() {
        assertThat(Digests.hex("MD5", "abc")).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
    }

    @Test
    void aDigestThatTheJdkDoesNotKnowIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Digests.hex("SHA-257", "abc"))
                .withMessageContaining("SHA-257");
    }
}
