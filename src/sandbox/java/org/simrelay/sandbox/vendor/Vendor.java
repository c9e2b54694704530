package org.simrelay.sandbox.vendor;

import java.util.Locale;

/** Who answers. */
public enum Vendor {
    CMIOT,
    IOTBOS;

    /** The name as DESIGN.md writes it: {@code cmiot}, {@code iotbos}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
