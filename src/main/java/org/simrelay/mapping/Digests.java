package org.simrelay.mapping;

import com.schibsted.spt.data.jslt.JsltException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.simrelay.config.Nearest;

/** The digests that vendors sign with, over UTF-8: those of the JDK, and SM3 (GB/T 32905-2016). */
final class Digests {

    private static final Map<String, String> NAMES =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512");

    private Digests() {}

    /**
     * @param algorithm md5, sha1, sha256, sha384, sha512 or sm3
     * @throws JsltException for any other
     */
    static byte[] digest(String algorithm, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (algorithm.equals("sm3")) {
            SM3Digest sm3 = new SM3Digest();
            sm3.update(bytes, 0, bytes.length);
            byte[] digest = new byte[sm3.getDigestSize()];
            sm3.doFinal(digest, 0);
            return digest;
        }
        try {
            return MessageDigest.getInstance(NAMES.getOrDefault(algorithm, algorithm))
                    .digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw unknown(algorithm, e);
        }
    }

    /**
     * @param algorithm as in {@link #digest}, but for sm3
     * @throws JsltException for any other, or an empty key
     */
    static byte[] hmac(String algorithm, String key, String text) {
        String name = "Hmac" + NAMES.getOrDefault(algorithm, algorithm).replace("-", "");
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), name));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw unknown(algorithm, e);
        } catch (InvalidKeyException | IllegalArgumentException e) {
            throw new JsltException("the key of hmac cannot be used; it must not be empty", e);
        }
    }

    /** Why a function of signatures cannot take an algorithm; empty where it can. */
    static String wrong(String function, String algorithm) {
        try {
            if (function.startsWith("hmac")) {
                hmac(algorithm, "key", "");
            } else {
                digest(algorithm, "");
            }
            return "";
        } catch (JsltException e) {
            return e.getMessageWithoutLocation() + Nearest.text(algorithm, NAMES.keySet());
        }
    }

    private static JsltException unknown(String algorithm, Exception cause) {
        return new JsltException(
                "digest \"" + algorithm + "\" is not known; there are md5, sha1, sha256, sha384, sha512 and sm3",
                cause);
    }
}
