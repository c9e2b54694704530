package org.simrelay.cli;

import java.util.Map;
import java.util.concurrent.Callable;
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
        // the service may run meanwhile
        Installation home = Here.openWithStandIns(Map.of("HTTP_PORT", "0"));
        ClientClasses.load();
        ServiceStart.rehearse(home);
        return Exit.COMPLETE;
    }
}
