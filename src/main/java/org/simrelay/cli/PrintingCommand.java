package org.simrelay.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints what it finds on standard output. */
abstract class PrintingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public final Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            return print(out);
        } finally {
            out.flush();
        }
    }

    /**
     * Does its work.
     *
     * @return the exit code, of {@link Exit}
     */
    abstract int print(PrintWriter out) throws IOException;

    /** Where errors go. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
