package org.simrelay.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.status.OpenItem;
import org.simrelay.status.OpenTotal;

/**
 * The running service at one moment.
 *
 * @param startedAt when the service began
 * @param kafkaAnsweredAt when Kafka answered last; null where it has not yet
 * @param read whether the ledger has been read to where it ended at the start; before, ages and failures are not known yet
 * @param more whether more failures stand open than are counted
 * @param failures the newest that stand open
 */
record Picture(
        Instant at,
        Instant startedAt,
        boolean kafkaAnswers,
        @Nullable Instant kafkaAnsweredAt,
        boolean read,
        List<PollView> polls,
        List<AccountView> accounts,
        OpenTotal open,
        boolean more,
        List<OpenItem> failures) {}
