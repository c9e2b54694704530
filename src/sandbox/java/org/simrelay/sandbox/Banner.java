package org.simrelay.sandbox;

import java.io.PrintStream;
import java.util.List;

/** The first lines: what runs where, and how to look for oneself. */
final class Banner {
    private Banner() {}

    static void print(PrintStream out, SandboxParts parts, Sandbox options) {
        String broker = parts.broker().bootstrapServers();
        out.println();
        out.println("simrelay sandbox: the real service and a real Kafka, with simulated carriers. Ctrl-C ends it.");
        out.println();
        out.println("  kafka     " + broker);
        out.printf(
                "  carriers  %s, %,d cards; %,d in arrears at cmiot%n",
                parts.vendors().iotbosUrl(), options.cards, options.arrears);
        List<String> faults = options.faults;
        out.println("  faults    "
                + (faults.isEmpty() ? "none; try --fault http500@0.1" : String.join("\n            ", faults)));
        out.println("  service   log in " + parts.workplace().serviceLog());
        out.println("  polls     six, each every " + options.every + " s");
        out.println();
        out.println("Look for yourself, with any Kafka client:");
        out.println("  kcat -b " + broker + " -t sim.usage -f '%k %h %s\\n'");
        out.println(
                "  one topic a query (sim.arrearage, sim.usage, …), the sweeps in sim.sweeps, trouble in sim.failures");
        out.println();
    }
}
