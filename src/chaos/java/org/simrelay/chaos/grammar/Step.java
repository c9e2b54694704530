package org.simrelay.chaos.grammar;

/**
 * A fault at its time.
 *
 * @param at milliseconds after the service has started
 * @param lasts milliseconds until it is mended
 */
public record Step(int at, int lasts, Act act) {

    @Override
    public String toString() {
        String until = act.end() == Act.Effect.NONE ? "" : "–%.1f s".formatted((at + lasts) / 1000.0);
        return "%.1f%s  %s  [%s]".formatted(at / 1000.0, until.isEmpty() ? " s" : until, act.text(), act.kind());
    }
}
