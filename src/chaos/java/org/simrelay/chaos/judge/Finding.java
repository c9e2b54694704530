package org.simrelay.chaos.judge;

/**
 * Something that breaks the contract.
 *
 * @param rule which of its rules
 * @param text what is wrong, with the records that show it
 */
public record Finding(String rule, String text) {
    @Override
    public String toString() {
        return rule + ": " + text;
    }
}
