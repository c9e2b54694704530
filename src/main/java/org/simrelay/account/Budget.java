package org.simrelay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The requests an account may send a day, by the vendors' calendar (Asia/Shanghai). */
public final class Budget {

    private static final ZoneId VENDORS_ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * What was spent.
     *
     * @param day the day it was spent on
     * @param requests how many went out on it
     */
    public record Spent(LocalDate day, long requests) {}

    private final @Nullable Long perDay;
    private final Clock clock;
    private LocalDate day;
    private long requests;
    private Instant toldAt;

    /** @param perDay requests a day; null for no bound */
    Budget(@Nullable Long perDay, Clock clock) {
        this.perDay = perDay;
        this.clock = clock;
        this.day = today();
        this.toldAt = clock.instant();
    }

    /** Requests a day; null where nothing bounds them. */
    public @Nullable Long perDay() {
        return perDay;
    }

    /** What an earlier run of the service spent counts too. */
    public synchronized void restore(Spent before) {
        turnPage();
        if (before.day().equals(day)) {
            requests = Math.max(requests, before.requests());
        }
    }

    /** Takes one request; false when none is left today. */
    synchronized boolean take() {
        if (perDay == null) {
            return true;
        }
        turnPage();
        if (requests >= perDay) {
            return false;
        }
        requests++;
        return true;
    }

    /** A request that was taken did not go out. */
    synchronized void giveBack() {
        requests = Math.max(0, requests - 1);
    }

    /** What was spent, when the last time it was told is longer ago than the interval; null otherwise, or without a bound. */
    public synchronized @Nullable Spent due(Duration interval) {
        Instant now = clock.instant();
        if (perDay == null || toldAt.plus(interval).isAfter(now)) {
            return null;
        }
        toldAt = now;
        return new Spent(day, requests);
    }

    private void turnPage() {
        LocalDate today = today();
        if (!today.equals(day)) {
            day = today;
            requests = 0;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VENDORS_ZONE);
    }
}
