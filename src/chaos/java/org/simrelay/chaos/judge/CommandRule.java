package org.simrelay.chaos.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.simrelay.chaos.world.ServiceProcess;

/** The exit code of {@code once} says how its sweep ended. */
final class CommandRule implements Rule {
    /** The sweeps of a timer are due at a whole second; those of a command when it was called, to the millisecond. */
    private static final Pattern OF_COMMAND = Pattern.compile(".*\\.\\d{3}Z");

    private static final Duration CALL = Duration.ofSeconds(90);

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        for (ServiceProcess process : evidence.processes()) {
            Integer exit = process.exit();
            if (process.arguments().get(0).equals("once") && exit != null && process.endedBy() == null) {
                once(evidence, process, exit, found);
            }
        }
    }

    private static void once(Evidence evidence, ServiceProcess process, int exit, Consumer<Finding> found) {
        Instant from = process.began();
        List<SweepFacts> own = evidence.sweeps().values().stream()
                .filter(s -> process.arguments().contains(s.poll())
                        && OF_COMMAND.matcher(s.id()).matches())
                .filter(s -> s.ends().size() == 1)
                .filter(s -> !s.from().isBefore(from) && s.from().isBefore(from.plus(CALL)))
                .toList();
        List<String> outcomes = own.stream().map(SweepFacts::outcome).toList();
        boolean right =
                switch (exit) {
                    case 0 -> outcomes.contains("complete");
                    case 1 -> outcomes.contains("partial") || outcomes.contains("skipped");
                    default -> exit == 2;
                };
        if (!right) {
            found.accept(new Finding(
                    "once",
                    "exit code " + exit + " of " + process.arguments() + " and its sweeps "
                            + own.stream().map(SweepFacts::end).toList()));
        }
    }
}
