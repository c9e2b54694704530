package org.simrelay.bench.program;

/**
 * One measured sweep.
 *
 * @param cards what it was over
 * @param nanos how long it took
 * @param cpuNanos what it cost all threads of its process
 * @param gcMillis how long the garbage collector held it up
 * @param peakKilobytes the process's largest resident set so far
 */
public record Round(long cards, long nanos, long cpuNanos, long gcMillis, long peakKilobytes) {

    public double cardsPerSecond() {
        return cards * 1e9 / nanos;
    }

    public double cpuMicrosPerCard() {
        return cpuNanos / 1e3 / cards;
    }
}
