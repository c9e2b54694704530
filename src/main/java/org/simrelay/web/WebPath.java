package org.simrelay.web;

/** What one path answers: a class a path. Called on a thread that may wait, several requests at once. */
public interface WebPath {

    /** Its path, as {@code /api/polls/:poll/run}, where {@code :poll} is a parameter. */
    String path();

    /**
     * Whether it changes anything: then it is asked by POST, with the token, and is answered with 404 where none is set. Any other is asked
     * by GET.
     */
    default boolean changes() {
        return false;
    }

    /** Its answer; one that throws is logged, and answered with 500. */
    WebAnswer answer(WebRequest request);
}
