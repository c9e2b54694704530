package org.simrelay.sandbox.vendor;

/** A good scatter of 64 bits (the finalizer of splitmix64), so that neighbouring numbers give unlike values. */
final class Mix64 {
    private Mix64() {}

    static long of(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
