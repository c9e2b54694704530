package org.simrelay.sweep;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Accounts;
import org.simrelay.config.RouteFiles;

/**
 * Which run of which poll for which account: {@code <poll>@<scheduled time, UTC>}, for another account than main
 * {@code <poll>.<account>@…}; the same after a restart or on another machine.
 *
 * @param poll the poll's id, {@code <vendor>-<query>}
 * @param account its name, as in the settings
 * @param scheduledAt the time the timer was to fire, or the moment of the call in {@code once}
 * @param replay whether it asks only for cards that failed before; its id then ends in {@code /replay}
 */
public record SweepId(String poll, String account, Instant scheduledAt, boolean replay) {

    private static final char BEFORE_TIME = '@';

    /** A sweep over all the poll's cards. */
    public SweepId(String poll, String account, Instant scheduledAt) {
        this(poll, account, scheduledAt, false);
    }

    /** A sweep over all the poll's cards, of the first account. */
    public SweepId(String poll, Instant scheduledAt) {
        this(poll, Accounts.FIRST, scheduledAt, false);
    }

    public String vendor() {
        return RouteFiles.vendor(poll);
    }

    /** What the poll asks: the part of its id after the vendor. */
    public String query() {
        return poll.substring(poll.indexOf('-') + 1);
    }

    /** What all sweeps of the poll for this account share: the key of their records. */
    public String key() {
        return key(poll, account);
    }

    /** The key of the sweeps of a poll for an account: {@code <poll>}, or {@code <poll>.<account>} for another account than main. */
    public static String key(String poll, String account) {
        return account.equals(Accounts.FIRST) ? poll : poll + "." + account;
    }

    /** The account of a {@link #key}, as {@code /<vendor>/<account>}. */
    public static String sourceOf(String key) {
        int dot = key.indexOf('.');
        String poll = dot < 0 ? key : key.substring(0, dot);
        return "/" + RouteFiles.vendor(poll) + "/" + (dot < 0 ? Accounts.FIRST : key.substring(dot + 1));
    }

    /** Whose it is, {@code /<vendor>/<account>}. */
    public String source() {
        return "/" + vendor() + "/" + account;
    }

    /** The key in an id, as {@link #key} gives it; null where the text is no id. */
    public static @Nullable String keyOf(String id) {
        int at = id.indexOf(BEFORE_TIME);
        return at < 0 ? null : id.substring(0, at);
    }

    /** The scheduled time at the end of an id; null where it ends otherwise, as a replay's does. */
    public static @Nullable Instant dueOf(String id) {
        int at = id.indexOf(BEFORE_TIME);
        try {
            return at < 0 ? null : Instant.parse(id.substring(at + 1));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return key() + BEFORE_TIME + scheduledAt + (replay ? "/replay" : "");
    }
}
