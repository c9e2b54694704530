package org.simrelay.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.simrelay.check.CredentialStandIns;
import org.simrelay.config.Installation;
import org.simrelay.service.ServiceStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simrelay check}: settings, routes, mappings, inventory and Kafka; every error at once. */
@Command(name = "check", description = "Checks settings, routes, mappings, inventory and Kafka; asks no vendor.")
final class CheckCommand implements Callable<Integer> {

    @Option(names = "--offline", description = "without Kafka, and without credentials")
    private boolean offline;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (offline) {
            environment.putAll(CredentialStandIns.of(Installation.open(Path.of(""), environment)));
        }
        Installation home = Installation.open(Path.of(""), environment);
        ServiceStart.check(home, offline);
        Console.line(
                spec.commandLine().getOut(),
                "all good: " + String.join(", ", home.files().polls()));
        List<String> off = home.files().off();
        if (!off.isEmpty()) {
            Console.line(spec.commandLine().getOut(), "off: " + String.join(", ", off));
        }
        return Exit.COMPLETE;
    }
}
