package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code simrelay test} in the folder of the shipped routes. */
final class TestCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void playsThoseOfOnePollAndSaysHowManyFailed() {
        assertThat(exit("test", "cmiot-arrearage")).isEqualTo(Exit.COMPLETE);
        assertThat(out.toString())
                .contains("ok      cmiot-arrearage/ok.yaml")
                .doesNotContain("iotbos")
                .endsWith("0 failed" + System.lineSeparator());
    }

    @Test
    void aPollWithoutScenariosIsNamedWithTheNearest() {
        assertThat(exit("test", "iotbos-usgae")).isEqualTo(Exit.FAILED);
        assertThat(err.toString()).contains("no scenario of \"iotbos-usgae\"", "did you mean iotbos-usage?");
    }

    private int exit(String... arguments) {
        CommandLine command =
                Simrelay.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
