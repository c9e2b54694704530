package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Colours for people, none for files and programs. */
class ColoursTest {

    @Test
    void withoutATerminalALineStaysAsItIs() {
        assertThat(new Colours(false).of("outcome  ok")).isEqualTo("outcome  ok");
        // tests have no terminal
        assertThat(Colours.ofTerminal().of("outcome  ok")).isEqualTo("outcome  ok");
    }

    @Test
    void onATerminalTheOutcomeIsSeenByItsColour() {
        Colours colours = new Colours(true);
        assertThat(colours.of("outcome  ok")).isEqualTo("\u001b[1m\u001b[32moutcome\u001b[0m  ok");
        assertThat(colours.of("outcome  okapi")).contains("\u001b[31m");
        assertThat(colours.of("outcome  batch (0): no")).contains("\u001b[31m");
        assertThat(colours.of("sim.usage  1  {}")).startsWith("\u001b[36msim.usage\u001b[0m");
        assertThat(colours.of("sim.failures  1  {}")).startsWith("\u001b[31m");
        assertThat(colours.of("         schema: card is missing")).startsWith("\u001b[31m");
    }

    @Test
    void aLineIsOtherwiseTheSame() {
        for (String line : new String[] {"request  /x", "         GET host", "… and 3 more", "sim.usage  1  {}"}) {
            assertThat(new Colours(true).of(line).replaceAll("\u001b\\[[0-9]+m", ""))
                    .isEqualTo(line);
        }
    }
}
