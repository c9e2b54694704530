package org.simrelay.scenario;

import java.util.List;
import org.simrelay.kafka.DryRunRecord;

/**
 * What came of a scenario.
 *
 * @param records what is published, in the order it came to be
 * @param calls what the vendor was asked
 * @param warnings what the service warned of, or worse
 */
public record Played(List<DryRunRecord> records, Calls calls, List<String> warnings) {}
