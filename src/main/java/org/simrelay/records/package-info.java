/** The records of the ledger: what is said of sweeps and failures, what is remembered, and the transactions that write it. */
@NullMarked
package org.simrelay.records;

import org.jspecify.annotations.NullMarked;
