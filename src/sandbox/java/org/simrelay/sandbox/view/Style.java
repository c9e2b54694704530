package org.simrelay.sandbox.view;

import java.util.Map;
import picocli.CommandLine;

/** Colour, for a terminal; plain text elsewhere. */
public final class Style {
    private final boolean colour;

    private Style(boolean colour) {
        this.colour = colour;
    }

    /** No colour. */
    public static Style plain() {
        return new Style(false);
    }

    /**
     * Colour if standard output is a terminal; FORCE_COLOR asks for it, NO_COLOR forbids it.
     *
     * @param environment of this process
     */
    public static Style of(Map<String, String> environment) {
        boolean forced = environment.containsKey("FORCE_COLOR");
        return new Style(!environment.containsKey("NO_COLOR") && (forced || CommandLine.Help.Ansi.AUTO.enabled()));
    }

    String green(String text) {
        return paint("32", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String bold(String text) {
        return paint("1", text);
    }

    /** Green for a sweep that is complete, yellow for partial and skipped, red for failed. */
    String outcome(String outcome, String text) {
        return switch (outcome) {
            case "complete" -> green(text);
            case "failed" -> red(text);
            default -> yellow(text);
        };
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
