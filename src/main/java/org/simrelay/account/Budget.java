package org.simrelay.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The requests an account may send a day: see {@link BudgetDay}. Thread-safe. */
public final class Budget {

    /** Stands for a unit that was not taken, or is given back or spent. */
    static final long NONE = Long.MIN_VALUE;

    // of every account without a bound
    private static final long ENDLESS = Long.MAX_VALUE;

    /**
     * What was spent.
     *
     * @param day the day it was spent on
     * @param requests how many went out on it
     */
    public record Spent(LocalDate day, long requests) {}

    private final @Nullable Long perDay;
    private final Clock monotonic;
    private final BudgetDay day;
    private long requests;
    /** Units that are taken for requests that have not gone out yet, of yesterday too. */
    private long promised;

    private Instant toldAt;

    /**
     * @param perDay requests a day; null for no bound
     * @param clock tells the day
     * @param monotonic tells how long it lasts
     */
    Budget(@Nullable Long perDay, Clock clock, Clock monotonic) {
        this.perDay = perDay;
        this.monotonic = monotonic;
        this.day = new BudgetDay(clock, monotonic);
        this.toldAt = monotonic.instant();
    }

    /** Requests a day; null where nothing bounds them. */
    public @Nullable Long perDay() {
        return perDay;
    }

    /** Requests that are left today; null where nothing bounds them. */
    public synchronized @Nullable Long left() {
        if (perDay == null) {
            return null;
        }
        turnPage();
        return Math.max(0, perDay - requests);
    }

    /**
     * What an earlier run of the service spent counts too, also where it ran by a clock that was ahead of this one's: by a day at most
     * that day goes on, by more it counts as spent today.
     */
    public synchronized void restore(Spent before) {
        turnPage();
        if (before.day().isBefore(day.date())) {
            return;
        }
        if (before.day().equals(day.date().plusDays(1))) {
            day.goOnWith(before.day());
        }
        requests = Math.max(requests, before.requests());
    }

    /** Takes a unit, which is one request: gives the day it is of, or {@link #NONE} when none is left today. */
    synchronized long take() {
        if (perDay == null) {
            return ENDLESS;
        }
        turnPage();
        if (requests >= perDay) {
            return NONE;
        }
        requests++;
        promised++;
        return day.date().toEpochDay();
    }

    /** Whether a unit that was taken is of today: one of yesterday is worth nothing to a request that goes out now. */
    synchronized boolean isOfToday(long unit) {
        if (unit == ENDLESS) {
            return true;
        }
        turnPage();
        return unit == day.date().toEpochDay();
    }

    /** The request that a unit was taken for goes out. */
    synchronized void wentOut(long unit) {
        if (unit != ENDLESS) {
            promised--;
        }
    }

    /** A unit was taken for a request that did not go out. */
    synchronized void giveBack(long unit) {
        wentOut(unit);
        if (unit != ENDLESS && unit == day.date().toEpochDay()) {
            requests--;
        }
    }

    /** Why none is left: of those that are only promised, what does not go out is left again. */
    synchronized String spentText() {
        return "the daily budget of " + perDay + " requests is spent"
                + (promised == 0 ? "" : ", but for " + promised + " taken by requests that have not gone out yet");
    }

    /** What was spent, when the last time it was told is longer ago than the interval; null otherwise, or without a bound. */
    public synchronized @Nullable Spent takeIfDue(Duration interval) {
        if (perDay == null) {
            return null;
        }
        Instant now = monotonic.instant();
        if (toldAt.plus(interval).isAfter(now)) {
            return null;
        }
        toldAt = now;
        return new Spent(day.date(), requests);
    }

    private void turnPage() {
        if (day.turn()) {
            requests = 0;
        }
    }
}
