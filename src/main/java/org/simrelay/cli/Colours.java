package org.simrelay.cli;

import picocli.CommandLine.Help.Ansi;

/** Colours of a preview's lines, on a terminal and where NO_COLOR does not forbid them. Takes lines that are masked already. */
final class Colours {

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String CYAN = "\u001b[36m";

    private final boolean on;

    Colours(boolean on) {
        this.on = on;
    }

    /** As the terminal and the environment allow. */
    static Colours ofTerminal() {
        return new Colours(Ansi.AUTO.enabled());
    }

    /** The same line in colour. */
    String of(String line) {
        int head = line.indexOf("  ");
        if (!on || head < 0) {
            return line;
        }
        if (head == 0) {
            return line.startsWith("         schema: ") ? RED + line + RESET : DIM + line + RESET;
        }
        return colour(line) + line.substring(0, head) + RESET + line.substring(head);
    }

    private static String colour(String line) {
        if (line.startsWith("outcome  ")) {
            return BOLD + (line.matches("outcome  (ok|empty)\\b.*") ? GREEN : RED);
        }
        if (line.startsWith("sim.")) {
            return line.startsWith("sim.failures  ") ? RED : CYAN;
        }
        return BOLD;
    }
}
