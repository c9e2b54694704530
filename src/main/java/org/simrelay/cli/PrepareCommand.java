package org.simrelay.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.simrelay.check.CredentialStandIns;
import org.simrelay.config.Installation;
import org.simrelay.kafka.ClientClasses;
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
        // the service may run meanwhile
        environment.put("HTTP_PORT", "0");
        Installation home = Installation.open(Path.of(""), environment);
        ClientClasses.load();
        ServiceStart.rehearse(home);
        return Exit.COMPLETE;
    }
}
