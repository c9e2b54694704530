package org.simrelay.sandbox;

/** Timers of several polls, spread over their interval. */
final class Staggered {
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private Staggered() {}

    /**
     * The Quartz cron of poll {@code index} of {@code count}.
     *
     * @param every seconds; such that a minute is a multiple of it, or it is whole minutes and an hour is a multiple of it
     * @throws IllegalArgumentException for another interval, which cron cannot say
     */
    static String cron(int index, int count, int every) {
        if (every < 1 || (MINUTE % every != 0 && (every % MINUTE != 0 || HOUR % every != 0))) {
            throw new IllegalArgumentException(
                    "--every " + every + ": take 10, 12, 15, 20, 30 or 60 seconds, or 2, 3, 4, 5, 6,"
                            + " 10, 12, 15, 20, 30 or 60 minutes in seconds");
        }
        int offset = index * every / count;
        if (every == HOUR) {
            return "%d %d * * * ?".formatted(offset % MINUTE, offset / MINUTE);
        }
        if (every > MINUTE) {
            return "%d %d/%d * * * ?".formatted(offset % MINUTE, offset / MINUTE, every / MINUTE);
        }
        return every == MINUTE ? offset + " * * * * ?" : "%d/%d * * * * ?".formatted(offset, every);
    }
}
