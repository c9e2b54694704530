package org.simrelay.chaos.judge;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.simrelay.chaos.world.Incidents.Sort;
import org.simrelay.chaos.world.ServiceProcess;

/** The service ends when it is told to, in time and with 0, and never by itself. */
final class ProcessRule implements Rule {
    private static final Duration STOPS = Duration.ofSeconds(20);
    private static final int LINES = 12;

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        for (ServiceProcess process : evidence.processes()) {
            if (process.arguments().get(0).equals("run")) {
                run(evidence, process, found);
            }
            String log = process.log();
            if (log.contains("OutOfMemoryError") || log.contains("StackOverflowError")) {
                found.accept(new Finding("error", tail(log)));
            }
        }
    }

    private static void run(Evidence evidence, ServiceProcess process, Consumer<Finding> found) {
        Duration took = process.tookToStop();
        if (took != null && took.compareTo(STOPS.plus(evidence.lag())) > 0) {
            found.accept(new Finding("slow-stop", "SIGTERM took " + took + ":\n" + tail(process.log())));
        }
        Integer exit = process.exit();
        boolean started = process.log().contains(" started: ");
        if ("SIGTERM".equals(process.endedBy()) && exit != null && exit != 0 && started && took != null) {
            found.accept(new Finding("exit", "exit code " + exit + " after SIGTERM:\n" + tail(process.log())));
        }
        if (process.endedBy() == null && exit != null) {
            boolean excused = !started
                    && exit == 2
                    && (evidence.incidents()
                                    .any(
                                            process.began().minusSeconds(30),
                                            process.began().plusSeconds(40),
                                            Sort.KAFKA)
                            || evidence.story().steps().stream()
                                    .anyMatch(s -> s.act().kind().startsWith("files/")
                                            || s.act().kind().startsWith("inventory/")));
            if (!excused) {
                found.accept(new Finding(
                        "died", "the service ended by itself, exit code " + exit + ":\n" + tail(process.log())));
            }
        }
    }

    private static String tail(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }
}
