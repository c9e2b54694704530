package org.simrelay.cli;

/** Entry point. */
public final class Simrelay {
    private Simrelay() {}

    public static void main(String[] args) {
        System.out.println("simrelay");
    }
}
