package org.simrelay.mask;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/** The forms of a secret that no escape tells: as it is, in base64 behind any text, in hex. */
final class SecretForms {

    private static final int SHORTEST_DERIVED = 6;

    /** How many escapes may be written over one another. */
    static final int MOST_LEVELS = 3;

    private SecretForms() {}

    /** The forms, folded; none for an empty text. */
    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        // a secret that holds what looks like an escape is met decoded, where the text around it was
        Folded level = Folded.of(secret, true);
        for (int i = 0; i <= MOST_LEVELS && level != null; i++) {
            forms.add(level.substring(0, level.length()));
            level = level.decoded(true);
        }
        if (bytes.length >= SHORTEST_DERIVED) {
            for (int before = 0; before < 3; before++) {
                forms.add(Folded.fold(base64(Base64.getEncoder(), bytes, before)));
                forms.add(Folded.fold(base64(Base64.getUrlEncoder(), bytes, before)));
            }
            forms.add(HexFormat.of().formatHex(bytes));
        }
        forms.remove("");
        return forms;
    }

    /** The characters that the secret alone decides, where so many bytes (of three) stand before it. */
    private static String base64(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = encoder.encodeToString(shifted);
        return encoded.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }
}
