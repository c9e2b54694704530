package org.simrelay.chaos;

import java.io.IOException;
import java.nio.file.Path;
import org.simrelay.chaos.faults.Catalogue;
import org.simrelay.chaos.grammar.Grammar;
import org.simrelay.chaos.report.Report;
import org.simrelay.chaos.world.Workplace;

/**
 * The command: draws stories from seeds, plays some side by side until its time is over, and tells what breaks the contract. Exit code
 * 0 without a finding, 1 with one. {@link Options} are its options.
 */
public final class Chaos {
    private Chaos() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws IOException, InterruptedException {
        // first of all: it says where this JVM's own log goes
        Path dir = Workplace.create();
        Options options = Options.ofProperties();
        Report report = new Report(System.out);
        report.say("chaos: seeds from " + options.first() + ", " + options.lanes() + " side by side, " + options.jar());
        Grammar grammar = new Grammar(Catalogue.all(), options.only());
        Round round = new Round(options, report, dir);
        long end = System.nanoTime() + options.minutes().toNanos();
        long[] next = {options.first()};
        boolean good = round.play(() -> {
            boolean over = next[0] >= options.first() + options.stories()
                    || (options.stories() > 1 && System.nanoTime() > end);
            return over ? null : grammar.draw(next[0]++);
        });
        System.exit(good ? 0 : 1);
    }
}
