package org.simrelay.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simrelay.status.SweepFact;
import org.simrelay.sweep.RequestQueue;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;

/**
 * How a sweep ended.
 *
 * @param told whether Kafka has its end
 */
record LastEnd(
        String sweep,
        String outcome,
        @Nullable String reason,
        Instant endedAt,
        @Nullable Long expected,
        long published,
        long unchanged,
        long failed,
        boolean told) {

    /** An end that this process has seen. */
    static LastEnd of(Sweep sweep, SweepEnd end, Instant at, boolean told) {
        RequestQueue requests = sweep.requests();
        return new LastEnd(
                sweep.toString(),
                end.result().word(),
                end.reason(),
                at,
                requests == null ? null : requests.status().expected(),
                sweep.counts().published.get(),
                sweep.counts().unchanged.get(),
                sweep.counts().failed.get(),
                told);
    }

    /** The later of an end that Kafka has and one that this process has seen. */
    static @Nullable LastEnd later(@Nullable SweepFact read, @Nullable LastEnd seen) {
        if (read == null || read.endedAt() == null) {
            return seen;
        }
        if (seen != null && !seen.sweep().equals(read.sweep()) && seen.endedAt().isAfter(read.endedAt())) {
            return seen;
        }
        return new LastEnd(
                read.sweep(),
                String.valueOf(read.outcome()),
                read.reason(),
                read.endedAt(),
                read.expected(),
                read.published(),
                read.unchanged(),
                read.failed(),
                true);
    }

    /** When the last complete sweep over all cards ended, as Kafka has it or this process has seen; null where none is known. */
    static @Nullable Instant completeAt(@Nullable SweepFact read, @Nullable LastEnd seen) {
        Instant known = read == null ? null : read.endedAt();
        boolean newer = seen != null
                && seen.told()
                && seen.outcome().equals("complete")
                && !seen.sweep().endsWith("/replay")
                && (known == null || seen.endedAt().isAfter(known));
        return newer && seen != null ? seen.endedAt() : known;
    }
}
