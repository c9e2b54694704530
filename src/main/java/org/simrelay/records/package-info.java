/** What leaves for Kafka: card events, sweeps and failures as CloudEvents. */
@NullMarked
package org.simrelay.records;

import org.jspecify.annotations.NullMarked;
