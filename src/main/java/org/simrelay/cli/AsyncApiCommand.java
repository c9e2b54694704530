package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.simrelay.asyncapi.AsyncApi;
import org.simrelay.asyncapi.YamlText;
import org.simrelay.config.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simrelay asyncapi}: the contract with subscribers, on standard output. */
@Command(
        name = "asyncapi",
        description = "Writes the topics, keys, headers and values as AsyncAPI 3.0, in YAML; needs no Kafka.")
final class AsyncApiCommand implements Callable<Integer> {

    @Option(names = "--all", description = "the topics of polls and vendors that are switched off, too")
    private boolean all;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Installation home = Installation.open(Path.of(""), System.getenv());
        List<String> polls = all ? home.files().onDisk().polls() : home.files().polls();
        PrintWriter out = spec.commandLine().getOut();
        out.print(YamlText.of(new AsyncApi(home, polls, Version.of(Simrelay.class)).document()));
        out.flush();
        return Exit.COMPLETE;
    }
}
