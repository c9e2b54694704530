package org.simrelay.bench.program;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/** CMIOT's signature: transid = appid + time + 8 digits, token = SHA-256 of appid + password + transid. */
final class FloorSignature {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int FIRST = 10_000_000;
    private static final int RANGE = 90_000_000;

    private final String appid;
    private final String password;
    private final AtomicInteger counter = new AtomicInteger();
    private final String time = SECOND.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")));

    FloorSignature(String appid, String password) {
        this.appid = appid;
        this.password = password;
    }

    /** The signed part of the next request. */
    String next() {
        String transid = appid + time + (FIRST + Math.floorMod(counter.incrementAndGet(), RANGE));
        return "&appid=" + appid + "&transid=" + transid + "&token=" + digest(appid + password + transid);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
