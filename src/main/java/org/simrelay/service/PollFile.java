package org.simrelay.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of a poll's file: what it said when it was looked at, and what became of that. For one thread. */
final class PollFile {

    private static final Logger LOG = LoggerFactory.getLogger(PollFile.class);

    private final Path path;
    private @Nullable String active;
    private @Nullable String seen;
    private String beside = "";
    private @Nullable String rejected;
    private @Nullable String announced;

    /** @param active as its route runs; null before it has one */
    PollFile(Path path, @Nullable String active) {
        this.path = path;
        this.active = active;
    }

    Path path() {
        return path;
    }

    /** What its route runs; null before it has one. */
    @Nullable String active() {
        return active;
    }

    /**
     * Takes what it says now; gives whether that is new, and the same as at the last look: written to its end.
     *
     * @param mapping what its mapping says: a file that was rejected is looked at again when that has changed
     */
    boolean isSaved(String text, String mapping) {
        boolean whole = text.equals(seen);
        seen = text;
        beside = mapping;
        if (whole && rejected != null && text.equals(active)) {
            rejected = null;
            LOG.info("{} says again what runs", path);
        }
        return whole && !text.isBlank() && !text.equals(active) && !(text + mapping).equals(rejected);
    }

    /** What it says is its route from now on. */
    void reloaded(String text) {
        active = text;
        LOG.info("{} reloaded", path);
    }

    /** What it says now waits for the running sweep; said once. */
    void announce(String text) {
        if (!text.equals(announced)) {
            announced = text;
            LOG.info("{} was saved and takes effect when the running sweep has ended", path);
        }
    }

    /** What it says now is wrong; said once. */
    void reject(String text, String reason) {
        if (!(text + beside).equals(rejected)) {
            rejected = text + beside;
            LOG.error("{} rejected, the previous version stays active: {}", path, reason);
        }
    }
}
