package org.simrelay.cli;

import org.simrelay.sweep.SweepResult;

/** Exit codes of the commands, which scripts read. */
final class Exit {

    static final int COMPLETE = 0;
    static final int PARTIAL = 1;
    static final int FAILED = 2;

    private Exit() {}

    static int of(SweepResult outcome) {
        return switch (outcome) {
            case COMPLETE -> COMPLETE;
            case SKIPPED, PARTIAL -> PARTIAL;
            case FAILED -> FAILED;
        };
    }
}
