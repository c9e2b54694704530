package org.simrelay.sandbox.vendor;

import java.util.Locale;

/** Who answers. */
public enum Vendor {
    CMIOT,
    IOTBOS,
    ONELINK;

    /** The name as in the settings: {@code cmiot}, {@code iotbos}, {@code onelink}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
