/** CloudEvents in Kafka's binary mode (CloudEvents 1.0, Kafka protocol binding, 3.2). */
@NullMarked
package org.simrelay.event;

import org.jspecify.annotations.NullMarked;
