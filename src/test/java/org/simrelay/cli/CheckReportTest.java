package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.simrelay.check.Finding;
import org.simrelay.config.SettingsException;
import org.simrelay.records.Json;

/** What check found, for a person and for a program. */
class CheckReportTest {

    private static final List<Finding> FINDINGS = Finding.errors(new SettingsException(
            List.of("a.camel.yaml line 3: batch is 0; mend it", "x.y is \"a\u001b[2J\nb\"; mend X_Y")));

    @Test
    void aProgramGetsAListOfObjects() throws Exception {
        JsonNode all = Json.MAPPER.readTree(CheckReport.json(FINDINGS));
        assertThat(all).hasSize(2);
        assertThat(all.get(0))
                .isEqualTo(
                        Json.MAPPER.readTree(
                                """
                                {"severity":"error","file":"a.camel.yaml","line":3,"column":null,"key":"batch","message":"batch is 0","remedy":"mend it"}
                                """));
        assertThat(CheckReport.json(List.of())).isEqualTo("[ ]");
    }

    @Test
    void aPersonGetsALineEach() {
        StringWriter out = new StringWriter();
        CheckReport.lines(FINDINGS, new PrintWriter(out));
        assertThat(out.toString().lines())
                .containsExactly(
                        "error: a.camel.yaml line 3: batch is 0; mend it",
                        "error: x.y is \"a\\u001b[2J\\nb\"; mend X_Y");
    }
}
