package org.simrelay.bench.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The process of a program: "sweep" is answered by "done CARDS NANOS CPU-NANOS", "stats" by "stats GC-MILLIS PEAK-KB", "end" by its end. */
public final class ProgramMain {

    private ProgramMain() {}

    /**
     * Answers until its parent is gone.
     *
     * @param args the program's label
     */
    public static void main(String[] args) throws Exception {
        PrintStream answers = System.out;
        // whatever else is printed goes to the log, not between the answers
        System.setOut(System.err);
        BlockingQueue<String> words = new LinkedBlockingQueue<>();
        Thread ears = new Thread(() -> listen(words), "ears");
        ears.setDaemon(true);
        ears.start();
        Program program = ProgramKind.of(args[0]).start(ProgramSettings.of(System.getenv()));
        answers.println("ready");
        for (String word = words.take(); !word.equals("end"); word = words.take()) {
            answers.println(word.equals("sweep") ? sweep(program) : ProcessStats.line());
        }
        System.exit(0);
    }

    private static String sweep(Program program) throws Exception {
        long cpu = ProcessStats.cpuNanos();
        long start = System.nanoTime();
        long cards = program.sweep();
        return "done " + cards + " " + (System.nanoTime() - start) + " " + (ProcessStats.cpuNanos() - cpu);
    }

    /** Standard input ends with the parent, however that ends; then this process does, even in the middle of a sweep. */
    private static void listen(BlockingQueue<String> words) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                words.add(line);
            }
        } catch (IOException e) {
            System.err.println("the parent cannot be heard: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
