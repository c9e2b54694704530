package org.simrelay.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.simrelay.sandbox.process.AtExit;
import org.simrelay.sandbox.vendor.Fault;
import org.simrelay.sandbox.view.Style;
import org.simrelay.sandbox.view.View;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that starts all of it, and shows what the service publishes until it is stopped. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Runs the service against a real Kafka and simulated carriers, and shows what it publishes.")
public final class Sandbox implements Callable<Integer> {
    @Option(names = "--cards", defaultValue = "3000", description = "cards of the inventory (default ${DEFAULT-VALUE})")
    int cards;

    @Option(names = "--arrears", defaultValue = "137", description = "cards in arrears (default ${DEFAULT-VALUE})")
    int arrears;

    @Option(names = "--fault", paramLabel = "SPEC", description = "what goes wrong, such as http500@0.1; repeatable")
    List<String> faults = new ArrayList<>();

    @Option(names = "--seconds", defaultValue = "0", description = "stop by itself after so many seconds")
    int seconds;

    @Option(
            names = "--every",
            defaultValue = "60",
            description = "how often each poll runs, in seconds (default ${DEFAULT-VALUE})")
    int every;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "the seed of chance: a run can be repeated (default ${DEFAULT-VALUE})")
    long seed;

    /** Runs the command; exit code 0 when it was stopped, 1 when the service ended by itself, 2 when it did not start. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Sandbox()).execute(args));
    }

    @Override
    public Integer call() {
        // the terminal's charset, not the locale's: carriers' words are Chinese
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            faults.forEach(Fault::parse);
            Staggered.cron(0, 1, every);
            out.println("starting Kafka, the carriers and the service …");
            SandboxParts parts = SandboxParts.start(this);
            Style style = Style.of(System.getenv());
            View view = new View(
                    out, style, Clock.system(ZoneId.systemDefault()), Duration.ofSeconds(every), parts::vendorText);
            Watch watch = new Watch(parts, view, out);
            // before the parts' own ends: it stops them in the right order
            AtExit.add(watch::stopAndWait);
            Banner.print(out, parts, this);
            return watch.run(Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (!AtExit.isRunning()) {
                System.err.println(e.getMessage());
            }
            return 2;
        }
    }
}
