package org.simrelay.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Who may change anything: whoever sends {@code Authorization: Bearer <token>}. */
final class Bearer {

    private static final String SCHEME = "bearer ";

    private final byte @Nullable [] digest;

    /** @param token null where nobody may */
    Bearer(@Nullable String token) {
        digest = token == null ? null : sha256(token);
    }

    /** Whether there is a token. */
    boolean isSet() {
        return digest != null;
    }

    /** Whether a request may; takes as long for a wrong token as for the right one, of whatever length. */
    boolean isIn(@Nullable String authorization) {
        byte[] wanted = digest;
        if (wanted == null
                || authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        return MessageDigest.isEqual(
                wanted, sha256(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
