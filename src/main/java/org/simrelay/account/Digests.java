package org.simrelay.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as vendors ask for them: lower-case hex over UTF-8. */
public final class Digests {

    private Digests() {}

    /**
     * @param algorithm a name the JDK knows, such as SHA-256 or MD5
     * @return lower-case hex
     * @throws IllegalArgumentException for a name it does not know
     */
    public static String hex(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("digest \"" + algorithm + "\" is not known to this JDK", e);
        }
    }
}
