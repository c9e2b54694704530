package org.simrelay.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that comes to an end whatever text it meets: Java's tries all ways to read one like {@code ^(.*a){20}$}, and a vendor's text of
 * forty characters would keep a request's thread busy for ever. A text that takes longer fits none.
 */
final class BoundedPattern implements RegularExpression {

    // a tenth of a second at the most; what reads a text a hundred times is no pattern for it
    private static final int MOST_LOOKS = 1_000_000;
    private static final int MOST_LOOKS_A_CHARACTER = 100;

    private final Pattern pattern;

    /** @throws java.util.regex.PatternSyntaxException for one that cannot be read */
    BoundedPattern(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether it is found in the text, as JSON Schema's patterns are. */
    @Override
    public boolean matches(String text) {
        Matcher matcher = pattern.matcher(new Looks(text));
        try {
            return matcher.find();
        } catch (TooManyLooksException | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooManyLooksException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyLooksException() {
            super("a pattern has read its text too often", null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Looks implements CharSequence {

        private final String text;
        private long left;

        Looks(String text) {
            this.text = text;
            this.left = Math.max(MOST_LOOKS, (long) MOST_LOOKS_A_CHARACTER * text.length());
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManyLooksException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
