package org.simrelay.sandbox.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    @Test
    void readsWhatAPersonWrites() {
        Fault fault = Fault.parse("iotbos:token-refused@0.25");
        assertThat(fault.kind()).isEqualTo(FaultKind.TOKEN_REFUSED);
        assertThat(fault.target()).isEqualTo("iotbos");
        assertThat(fault.probability()).isEqualTo(0.25);
        assertThat(Fault.parse("exceed:http500*3").times()).isEqualTo(3);
        assertThat(Fault.parse("poisoned@1064804000007").card()).isEqualTo("1064804000007");
        assertThat(Fault.parse("cmiot:down@10s..20s").to()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyKindCanBeWritten(FaultKind kind) {
        String value = kind == FaultKind.DOWN ? "1s..2s" : kind == FaultKind.POISONED ? "1" : "0.5";
        assertThat(Fault.parse(kind.id() + "@" + value).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http500",
                "http404@0.1",
                "http500@1.1",
                "http500@-1",
                "http500@x",
                "nobody:http500@0.1",
                "cmiot:stray-card@0.1",
                "iotbos:short-page@0.1",
                "down@1..2",
                "down*2",
                "http500*x"
            })
    void tellsWhatIsAllowed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("token-refused")
                .withMessageContaining("down@10s..20s");
    }
}
