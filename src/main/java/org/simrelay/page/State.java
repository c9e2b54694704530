package org.simrelay.page;

import java.util.Locale;

/** How a poll is for one account. */
enum State {
    /** It waits for its timer. */
    IDLE,
    /** A sweep runs. */
    RUNNING,
    /** A sweep runs, or should, and waits for something from outside: {@link WaitsFor}. */
    WAITING,
    /** Its ticks begin no sweep until it is resumed. */
    PAUSED,
    /** It is switched off. */
    OFF;

    /** As the API names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
