package org.simrelay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.simrelay.account.Digests;

/** Known answers, made with sha256sum and md5sum. */
class SignatureTest {

    @Test
    void tokenIsLowerCaseHexOfAppidPasswordAndTransid() {
        String transid = "A0B40O5" + "2026112216000100123456";
        assertThat(Digests.hex("SHA-256", "A0B40O5" + "password" + transid))
                .isEqualTo("f7cfc1b1294c9b4d9efc00dd7952a0dcef31da181355cb258ee11408e84c7c84");
    }

    @Test
    void digestsUtf8() {
        assertThat(Digests.hex("MD5", "已激活")).isEqualTo("f6ebf8f5e0b13b4eda7c2d1bcbe9f415");
    }

    @Test
    void refusesADigestTheJdkDoesNotKnow() {
        assertThatThrownBy(() -> Digests.hex("SHA-257", "")).hasMessageContaining("SHA-257");
    }
}
