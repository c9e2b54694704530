package org.simrelay.mask;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The escapes a text may be written in: URLs' (RFC 3986), JSON's and JavaScript's (RFC 8259), HTML's. */
final class Escapes {

    /**
     * What an escape stands for.
     *
     * @param text at least one character, or none for an escaped line end
     * @param length the characters it is written with, at least as many as its text has
     */
    record Decoded(String text, int length) {}

    private static final int LONGEST_REFERENCE = 10;
    private static final int LONGEST_SEQUENCE = 4;
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("sol", "/"),
            Map.entry("bsol", "\\"),
            Map.entry("equals", "="),
            Map.entry("plus", "+"),
            Map.entry("num", "#"),
            Map.entry("percnt", "%"),
            Map.entry("dollar", "$"),
            Map.entry("excl", "!"),
            Map.entry("commat", "@"),
            Map.entry("colon", ":"),
            Map.entry("semi", ";"),
            Map.entry("comma", ","),
            Map.entry("quest", "?"),
            Map.entry("ast", "*"),
            Map.entry("period", "."),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("lowbar", "_"),
            Map.entry("hat", "^"));

    private Escapes() {}

    /** The escape that begins here; null where none does. */
    static @Nullable Decoded at(char[] text, int at, int end) {
        return switch (text[at]) {
            case '%' -> percent(text, at, end);
            case '\\' -> backslash(text, at, end);
            case '&' -> reference(text, at, end);
            default -> null;
        };
    }

    private static @Nullable Decoded percent(char[] text, int at, int end) {
        byte[] bytes = new byte[LONGEST_SEQUENCE];
        int first = hex(text, at + 1, 2, end);
        if (first < 0) {
            return null;
        }
        int count = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        for (int i = 0; i < count; i++) {
            int value = at + 3 * i < end && text[at + 3 * i] == '%' ? hex(text, at + 3 * i + 1, 2, end) : -1;
            if (value < 0) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, count))
                    .toString();
            return new Decoded(decoded, 3 * count);
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static @Nullable Decoded backslash(char[] text, int at, int end) {
        if (at + 1 >= end) {
            return null;
        }
        char kind = text[at + 1];
        int digits = kind == 'u' ? 4 : kind == 'x' ? 2 : 0;
        if (digits > 0) {
            int value = hex(text, at + 2, digits, end);
            return value < 0 ? null : new Decoded(String.valueOf((char) value), 2 + digits);
        }
        return switch (kind) {
            case '/', '\\', '"', '\'', '&', '=', '$' -> new Decoded(String.valueOf(kind), 2);
            case 'n', 'r', 't', 'b', 'f' -> new Decoded(" ", 2);
            default -> null;
        };
    }

    private static @Nullable Decoded reference(char[] text, int at, int end) {
        int semicolon = at + 1;
        while (semicolon < end && semicolon - at <= LONGEST_REFERENCE && text[semicolon] != ';') {
            semicolon++;
        }
        if (semicolon >= end || text[semicolon] != ';') {
            return null;
        }
        String name = new String(text, at + 1, semicolon - at - 1);
        String decoded = name.startsWith("#") ? numbered(name.substring(1)) : NAMED.get(name);
        return decoded == null ? null : new Decoded(decoded, semicolon - at + 1);
    }

    private static @Nullable String numbered(String number) {
        try {
            int value = number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return Character.isValidCodePoint(value) ? Character.toString(value) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static int hex(char[] text, int at, int digits, int end) {
        if (at + digits > end) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            // ASCII alone: Character.digit knows digits of other scripts too
            int digit = text[i] < 0x80 ? Character.digit(text[i], 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
