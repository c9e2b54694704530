package org.simrelay.sandbox.vendor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the vendors write them, all in Asia/Shanghai. */
final class Shanghai {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss");

    private Shanghai() {}

    /** {@code 2018/01/16 14:02:08}, as iotbos writes. */
    static String slashes(Instant instant) {
        return SLASHES.format(instant.atZone(ZONE));
    }
}
