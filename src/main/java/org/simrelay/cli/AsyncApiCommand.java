package org.simrelay.cli;

import java.io.PrintWriter;
import java.util.List;
import org.simrelay.asyncapi.AsyncApi;
import org.simrelay.asyncapi.YamlText;
import org.simrelay.config.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simrelay asyncapi}: the contract with subscribers, on standard output. */
@Command(
        name = "asyncapi",
        description = "Writes the topics, keys, headers and values as AsyncAPI 3.0, in YAML; needs no Kafka.")
final class AsyncApiCommand extends PrintingCommand {

    @Option(names = "--all", description = "the topics of polls and vendors that are switched off, too")
    private boolean all;

    @Override
    int print(PrintWriter out) {
        Installation home = Here.open();
        List<String> polls = all ? home.files().onDisk().polls() : home.files().polls();
        out.print(YamlText.of(new AsyncApi(home, polls, Version.of(Simrelay.class)).document()));
        return Exit.COMPLETE;
    }
}
