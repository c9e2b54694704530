/** What the ledger in Kafka says of each poll: its last sweeps and what stands open. */
@NullMarked
package org.simrelay.status;

import org.jspecify.annotations.NullMarked;
