package org.simrelay.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The median: one round in which the machine did something else does not move it. */
public final class Median {

    private Median() {}

    /** What a share {@code part} of the values, from 0 to 1, are below: the value at that place, rounded. */
    public static double quantile(List<Double> values, double part) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    /** The middle of what is measured. */
    public static <T> double of(List<T> all, ToDoubleFunction<T> measure) {
        double[] sorted = all.stream().mapToDouble(measure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
