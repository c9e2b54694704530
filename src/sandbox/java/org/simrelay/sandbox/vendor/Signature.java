package org.simrelay.sandbox.vendor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The token of a cmiot request. */
final class Signature {
    private Signature() {}

    /** SHA-256 of appid + password + transid in UTF-8, as 64 lower-case hex digits (cmiot-arrearage.txt, "token"). */
    static String of(String appid, String password, String transid) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((appid + password + transid).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
