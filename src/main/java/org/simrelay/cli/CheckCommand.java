package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.CredentialStandIns;
import org.simrelay.check.Finding;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.service.ServiceStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simrelay check}: settings, routes, mappings, inventory and Kafka; every error at once. */
@Command(
        name = "check",
        description =
                "Checks settings, routes, mappings, inventory and Kafka; asks no vendor and changes nothing. Exit 0, or 2 with an error.")
final class CheckCommand implements Callable<Integer> {

    @Option(names = "--offline", description = "without Kafka, credentials and inventory, as in a pre-commit hook")
    private boolean offline;

    @Option(
            names = "--json",
            description =
                    "a list of objects: severity, file, line, column, key, message, remedy; empty when all is good")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Installation home = null;
        List<Finding> findings;
        try {
            home = open();
            findings = ServiceStart.check(home, offline);
        } catch (SettingsException e) {
            findings = Finding.errors(e);
        }
        boolean good = findings.stream().noneMatch(Finding::isError);
        if (json) {
            out.println(CheckReport.json(findings));
        } else {
            CheckReport.lines(findings, spec.commandLine().getErr());
            if (good) {
                good(home, out);
            }
        }
        out.flush();
        return good ? Exit.COMPLETE : Exit.FAILED;
    }

    private Installation open() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (offline) {
            environment.putAll(CredentialStandIns.of(Installation.open(Path.of(""), environment)));
        }
        return Installation.open(Path.of(""), environment);
    }

    private static void good(@Nullable Installation home, PrintWriter out) {
        if (home == null) {
            return;
        }
        Console.line(out, "all good: " + String.join(", ", home.files().polls()));
        List<String> off = home.files().off();
        if (!off.isEmpty()) {
            Console.line(out, "off: " + String.join(", ", off));
        }
    }
}
