/** Kafka's client settings, its reachability and its topics. */
@NullMarked
package org.simrelay.kafka;

import org.jspecify.annotations.NullMarked;
