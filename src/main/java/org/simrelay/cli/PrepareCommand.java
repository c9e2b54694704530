package org.simrelay.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.simrelay.check.CredentialStandIns;
import org.simrelay.config.Installation;
import org.simrelay.kafka.ClientClasses;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.service.ServiceStart;
import picocli.CommandLine.Command;

/** {@code simrelay prepare}: loads what a start loads, and ends; {@code bin/simrelay} makes the class archive of it. */
@Command(
        name = "prepare",
        description = "Makes the class archive that later starts use; run does so at its first start.")
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(CredentialStandIns.of(Installation.open(Path.of(""), environment)));
        Installation home = Installation.open(Path.of(""), environment);
        ClientClasses.load();
        // no inventory is looked at: it may not be there yet
        ServiceStart.dryRun(home, List.of(), new DryRunKafka(), null).close();
        return Exit.COMPLETE;
    }
}
