package org.simrelay.check;

/** Signs that a Chinese keyboard or a word processor puts in place of the plain ones, which no language of the files takes for them. */
final class FullWidth {

    private static final String SIGNS = "：＝“”‘’＂＇｛｝［］（），。；＄％＃／？＊－＋　\u00A0";
    private static final String PLAIN = ":=\"\"''\"'{}[](),.;$%#/?*-+  ";

    private FullWidth() {}

    /** Where the first of them stands in a text, from 0; below 0 where there is none. */
    static int in(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (SIGNS.indexOf(c) >= 0 || (c >= '０' && c <= '９')) {
                return at;
            }
        }
        return -1;
    }

    /** Words in brackets for the first of them; empty where there is none. */
    static String hint(String text) {
        int at = in(text);
        return at < 0 ? "" : " (" + words(text.charAt(at)) + ")";
    }

    /** What is to stand in its place. */
    static String words(char sign) {
        int at = SIGNS.indexOf(sign);
        String plain = at < 0 ? String.valueOf((char) (sign - '０' + '0')) : PLAIN.substring(at, at + 1);
        return plain.equals(" ")
                ? "a space that is none here, write a plain one"
                : "the full-width sign " + sign + " stands here, write the plain " + plain;
    }
}
