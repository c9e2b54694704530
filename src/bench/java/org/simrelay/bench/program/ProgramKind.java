package org.simrelay.bench.program;

import java.util.Locale;

/** The programs that can be measured. */
public enum ProgramKind {
    /** The service as it is shipped. */
    SIMRELAY,
    /** The fastest plain Java that does the same work, to the byte. */
    FLOOR;

    /** The name in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The program of a label. */
    public static ProgramKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Program start(ProgramSettings settings) throws Exception {
        return switch (this) {
            case SIMRELAY -> new SimrelayProgram(settings);
            case FLOOR -> new FloorProgram(settings);
        };
    }
}
