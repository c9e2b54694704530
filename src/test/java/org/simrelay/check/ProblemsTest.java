package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.simrelay.config.SettingsException;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void whatMayPassBeforeTheNextStartIsSaidSo() {
        problems.attempt(this::kafkaIsAway);
        assertThat(thrown().isPassing()).isTrue();
    }

    @Test
    void whatIsWrongBesidesDoesNotPass() {
        problems.attempt(this::kafkaIsAway);
        problems.add("cmiot.url is no address");
        assertThat(thrown())
                .returns(false, SettingsException::isPassing)
                .hasMessageContaining("Kafka")
                .hasMessageContaining("cmiot.url");
    }

    private void kafkaIsAway() {
        throw new SettingsException("Kafka is away").passing();
    }

    private SettingsException thrown() {
        return catchThrowableOfType(SettingsException.class, problems::done);
    }
}
