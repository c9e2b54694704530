package org.simrelay.sandbox.vendor;

/** A message of a vendor's that would write a line, and an escape sequence, of its own into a log or a terminal. */
public final class Forged {
    /** How the forged line begins: no line of a log may. */
    public static final String LINE = "1999-01-01T00:00:00.000+08:00 INFO  Sweeps - forged";

    static final String AS_JSON = "x\\r\\n" + LINE + " complete\\n\\u001b[31mred\\u2028" + LINE;

    private Forged() {}
}
