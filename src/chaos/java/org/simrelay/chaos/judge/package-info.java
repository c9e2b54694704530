/** Compares what Kafka and the logs say with the truth; knows the contract, and nothing of the service's code. */
@NullMarked
package org.simrelay.chaos.judge;

import org.jspecify.annotations.NullMarked;
