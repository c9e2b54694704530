package org.simrelay.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.Columns;
import org.simrelay.check.Finding;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.service.ServiceCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simrelay check}: settings, routes, mappings, inventory and Kafka; every error at once. */
@Command(
        name = "check",
        description =
                "Checks settings, routes, mappings, inventory and Kafka; asks no vendor and changes nothing. Exit 0, or 2 with an error.")
final class CheckCommand extends PrintingCommand {

    @Option(names = "--offline", description = "without Kafka, credentials and inventory, as in a pre-commit hook")
    private boolean offline;

    @Option(
            names = "--json",
            description =
                    "a list of objects: severity, file, line, column, key, message, remedy; empty when all is good")
    private boolean json;

    @Override
    int print(PrintWriter out) {
        Installation home = null;
        List<Finding> findings;
        try {
            home = offline ? Here.openWithStandIns(Map.of()) : Here.open();
            findings = new ArrayList<>(ServiceCheck.of(home, offline));
            findings.addAll(ScenarioForms.doubtful(Path.of(""), home));
        } catch (SettingsException e) {
            findings = Finding.errors(e);
        }
        findings = Columns.of(findings, home == null ? null : home.settings());
        boolean good = findings.stream().noneMatch(Finding::isError);
        if (json) {
            out.println(CheckReport.json(findings));
        } else {
            CheckReport.lines(findings, err());
            if (good) {
                good(home, out);
            }
        }
        return good ? Exit.COMPLETE : Exit.FAILED;
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
