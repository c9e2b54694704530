/** Which process has which account: one group of Kafka's, fences, leases, and what is done when accounts change hands. */
@NullMarked
package org.simrelay.cluster;

import org.jspecify.annotations.NullMarked;
