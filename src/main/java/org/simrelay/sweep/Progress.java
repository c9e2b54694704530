package org.simrelay.sweep;

/**
 * How far a sweep has come without a gap: all batches up to {@code batch} are done, each card published or in sim.failures.
 *
 * @param fingerprint of the inventory and its batches; another one starts the sweep again
 * @param batch the last batch of the gapless part, 0 for none
 * @param published cards of that part that Kafka acknowledged
 * @param failed cards of that part in sim.failures
 * @param unchanged cards of that part whose last event said the same
 */
public record Progress(String fingerprint, long batch, long published, long failed, long unchanged) {

    /** A sweep that starts again: of pages, or before its first batch is done. */
    public static final Progress NONE = new Progress("", 0, 0, 0);

    /** Of a poll that publishes all cards. */
    public Progress(String fingerprint, long batch, long published, long failed) {
        this(fingerprint, batch, published, failed, 0);
    }
}
