package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.check.Finding.Severity;

/** What is said as one text comes apart again for programs. */
class FindingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a/b.camel.yaml line 3: batch is 0 but must be 1; mend it|a/b.camel.yaml|3|-|batch|batch is 0 but must be 1|mend it",
                "a b/c.jslt line 3 column 7: there is no function itn; mend it|a b/c.jslt|3|7|-|there is no function itn|mend it",
                "a.yaml is no YAML, line 3 column 7: found x; mend it|a.yaml|3|7|-|is no YAML: found x|mend it",
                "a.jslt is not UTF-8, at line 15 (looks like GBK); save it as UTF-8|a.jslt|15|-|-|a.jslt is not UTF-8, at line 15 (looks like GBK)|save it as UTF-8",
                "x.y-z is 0; mend config/application.properties line 12, or X_Y_Z in the environment|config/application.properties|12|-|x.y-z|x.y-z is 0|mend config/application.properties line 12, or X_Y_Z in the environment",
                "x.y is not set; set X_Y in the environment or x.y in config/application.properties|-|-|-|x.y|x.y is not set|set X_Y in the environment or x.y in config/application.properties",
                "the inventory cannot be read: line 4 of cards.csv is no card; mend it|cards.csv|4|-|-|the inventory cannot be read: line 4 of cards.csv is no card|mend it",
                "the inventory cannot be read: a/cards.csv is not there; mend it|a/cards.csv|-|-|-|the inventory cannot be read: a/cards.csv is not there|mend it",
                "Kafka at a:1 cannot be used (no answer in time); start it|-|-|-|-|Kafka at a:1 cannot be used (no answer in time)|start it",
                "sim.usage may not be written; kafka-acls.sh --add|-|-|-|sim.usage|sim.usage may not be written|kafka-acls.sh --add",
            })
    void theTextHasItsParts(
            String text, String file, Integer line, Integer column, String key, String message, String remedy) {
        assertThat(Finding.of(Severity.ERROR, text))
                .isEqualTo(new Finding(Severity.ERROR, file, line, column, key, message, remedy, text));
    }

    @Test
    void aQuotedTextFromOutsideIsNoPlace() {
        assertThat(Finding.of(Severity.WARNING, "x.y is \"b.yaml line 3: z\"; mend it")
                        .file())
                .isNull();
    }
}
