package org.simrelay.bench.program;

import java.util.Locale;

/** The programs that can be measured. */
public enum ProgramKind {
    /** The service as it is shipped. */
    SIMRELAY,
    /** Another build of it, such as the one before a change. */
    BASELINE,
    /** The fastest plain Java that does the same work, to the byte. */
    FLOOR,
    /** Plain Java as one would write it: no Camel, HttpClient and Jackson as they come. */
    PLAIN_JAVA,
    /** Floor's requests alone: what the vendor and the network allow. */
    FETCH,
    /** Floor's records alone, made before: what Kafka allows. */
    PRODUCER,
    /** Camel as one would write it second: pages side by side, a split over the cards, records sent without waiting. */
    STOCK_CAMEL_TUNED,
    /** Camel as one would write it first: one request after the other, one record after the other. */
    STOCK_CAMEL;

    /** The name in results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What its process is asked to be: an earlier build knows itself by its own name only. */
    String program() {
        return (this == BASELINE ? SIMRELAY : this).label();
    }

    /** The program of a label. */
    public static ProgramKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Program start(ProgramSettings settings) throws Exception {
        return switch (this) {
            case SIMRELAY, BASELINE -> new SimrelayProgram(settings);
            case FLOOR -> FloorProgram.fastest(settings);
            case PLAIN_JAVA -> FloorProgram.plain(settings);
            case FETCH -> new FetchProgram(settings);
            case PRODUCER -> new ProducerProgram(settings);
            case STOCK_CAMEL_TUNED -> CamelProgram.tuned(settings);
            case STOCK_CAMEL -> CamelProgram.stock(settings);
        };
    }
}
