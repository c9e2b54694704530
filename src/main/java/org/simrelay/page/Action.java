package org.simrelay.page;

import java.util.Locale;

/** What may be done to a poll. */
enum Action {
    /** A sweep begins now. */
    RUN,
    /** Its ticks begin no sweep. */
    PAUSE,
    /** They do again. */
    RESUME,
    /** What stands open is asked for again. */
    REPLAY;

    /** As paths name it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
