package org.simrelay.cli;

import java.io.PrintWriter;

/** Runs a command of the command line within a test. */
public final class Commands {

    private Commands() {}

    /** Runs it, and gives its exit code. */
    public static int run(PrintWriter out, String... arguments) {
        return Simrelay.commandLine().setOut(out).execute(arguments);
    }
}
