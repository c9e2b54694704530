package org.simrelay.sweep;

import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.EventAttributes;
import org.simrelay.mapping.FilledFields;

/** What the card events of a sweep have in common: their attributes, which of them go out, and which of their fields had a value. */
public final class CardEvents {

    private final EventAttributes attributes;
    private final FilledFields filledFields = new FilledFields();
    private volatile @Nullable ChangeFilter changes;

    CardEvents(EventAttributes attributes) {
        this.attributes = attributes;
    }

    /** The CloudEvents attributes that they share. */
    public EventAttributes attributes() {
        return attributes;
    }

    /** Which fields of them had a value. */
    public FilledFields filledFields() {
        return filledFields;
    }

    /** Only those that this lets through are published. */
    public void publishBy(ChangeFilter filter) {
        changes = filter;
    }

    /** Which are published; null where all are. */
    public @Nullable ChangeFilter changes() {
        return changes;
    }
}
