package org.simrelay.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.simrelay.config.SettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code simrelay run | once [POLL…] | check | preview POLL | replay [SWEEP|POLL]}. */
@Command(
        name = "simrelay",
        description = "Polls carriers about IoT SIM cards and publishes one Kafka record per card.",
        subcommands = {
            RunCommand.class,
            OnceCommand.class,
            CheckCommand.class,
            PreviewCommand.class,
            ReplayCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = "Start it in the folder that holds config/ and routes/.")
public final class Simrelay {

    private static final String LOGBACK = "config/logback.xml";

    private Simrelay() {}

    public static void main(String[] args) {
        if (System.getProperty("logback.configurationFile") == null && Files.exists(Path.of(LOGBACK))) {
            System.setProperty("logback.configurationFile", LOGBACK);
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Simrelay()).setExecutionExceptionHandler((thrown, command, result) -> {
            String message = thrown instanceof SettingsException ? thrown.getMessage() : thrown.toString();
            command.getErr().println(message);
            return Exit.FAILED;
        });
    }
}
