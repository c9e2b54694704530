package org.simrelay.cli;

import com.google.common.collect.Maps;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.OutOfMemory;
import org.simrelay.jvm.RetryExit;
import org.simrelay.mask.MaskedLog;
import org.simrelay.mask.SecretNames;
import org.simrelay.mask.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code simrelay run | once [POLL…] | check | preview POLL | replay [SWEEP|POLL] | status | test [POLL…] | prepare | asyncapi}. */
@Command(
        name = "simrelay",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        description = "Polls carriers about IoT SIM cards and publishes one Kafka record per card.",
        subcommands = {
            RunCommand.class,
            OnceCommand.class,
            CheckCommand.class,
            PreviewCommand.class,
            ReplayCommand.class,
            StatusCommand.class,
            TestCommand.class,
            PrepareCommand.class,
            AsyncApiCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = "Start it in the folder that holds config/ and routes/.")
public final class Simrelay {

    private static final String CONFIGURATION = "logback.configurationFile";
    private static final String LOGBACK = "config/logback.xml";

    private Simrelay() {}

    public static void main(String[] args) {
        Utf8.everywhere();
        try {
            LogFile.check(Path.of(LOGBACK));
        } catch (SettingsException e) {
            System.err.println(e.getMessage());
            System.exit(Exit.FAILED);
        }
        if (System.getProperty(CONFIGURATION) == null && Files.exists(Path.of(LOGBACK))) {
            System.setProperty(CONFIGURATION, LOGBACK);
        }
        LogFile.sayOnStandardError();
        SecretNames.registerForeign(Maps.fromProperties(System.getProperties()), Secrets.process());
        MaskedLog.install(System.getProperty(CONFIGURATION) != null, Secrets.process());
        OutOfMemory.watch();
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Simrelay())
                .registerConverter(Path.class, new CallersFolder())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((thrown, command, result) -> {
                    Console.error(command.getErr(), thrown);
                    boolean misconfigured = thrown instanceof SettingsException settings && !settings.isPassing();
                    return misconfigured ? Exit.FAILED : RetryExit.code();
                });
    }
}
