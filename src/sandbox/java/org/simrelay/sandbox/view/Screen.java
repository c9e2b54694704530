package org.simrelay.sandbox.view;

import java.io.PrintStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Lines in columns: the time, what it is, the poll, and the rest in what is left of 100 columns. */
final class Screen {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    /** Columns for the rest of a line. */
    static final int REST = 66;

    private final PrintStream out;
    private final Clock clock;
    final Style style;

    Screen(PrintStream out, Style style, Clock clock) {
        this.out = out;
        this.style = style;
        this.clock = clock;
    }

    void line(String what, String poll, String rest, UnaryOperator<String> paint) {
        String time = TIME.format(clock.instant().atZone(clock.getZone()));
        out.println(style.dim(time) + " " + paint.apply(pad(what, 8)) + " " + pad(poll, 15) + " " + cut(rest));
    }

    /** Further lines of what the line before told, three at most, broken between words. */
    void more(String text) {
        String left = text;
        for (int i = 0; i < 3 && !left.isEmpty(); i++) {
            int space = left.length() <= REST || i == 2 ? -1 : left.lastIndexOf(' ', REST);
            int end = space <= 0 ? left.length() : space;
            out.println(" ".repeat(34) + cut(left.substring(0, end)));
            left = left.substring(end).strip();
        }
    }

    void plain(String text) {
        out.println(text);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "1 retry", "2 retries"; nothing for 0. */
    static String count(long number, String one, String many) {
        return number == 0 ? "" : ", " + number(number) + " " + (number == 1 ? one : many);
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /** At most so many columns; a Chinese character takes two. */
    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        int columns = 0;
        for (int i = 0; i < line.length(); i++) {
            columns += line.charAt(i) >= 0x2E80 ? 2 : 1;
            if (columns > REST) {
                return line.substring(0, i) + "…";
            }
        }
        return line;
    }
}
