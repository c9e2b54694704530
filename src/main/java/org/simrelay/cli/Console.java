package org.simrelay.cli;

import java.io.PrintWriter;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Mask;

/** What commands print: without secrets, and no text from outside writes a line or acts on the terminal. */
final class Console {

    private Console() {}

    /** One line. */
    static void line(PrintWriter out, String text) {
        out.println(Mask.line(text));
    }

    /** What ended a command: of settings a line a problem. */
    static void error(PrintWriter err, Throwable thrown) {
        if (thrown instanceof SettingsException) {
            String.valueOf(thrown.getMessage()).lines().forEach(problem -> line(err, problem));
        } else {
            err.println(Mask.block(thrown.toString()));
        }
        err.flush();
    }
}
