package org.simrelay.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.DryRunRecord;

/** What is wrong with a record that would be published. */
@FunctionalInterface
interface PreviewVerdict {

    /** Nothing is looked at. */
    PreviewVerdict NONE = record -> List.of();

    /** A line for each thing that is wrong; empty where it is as its topic promises. */
    List<String> of(DryRunRecord record);

    /** What it was held against; null where there is nothing of that. */
    default @Nullable String by(DryRunRecord record) {
        return null;
    }
}
