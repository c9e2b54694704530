/** Kafka's clients, topics and the CloudEvents that go to them. */
@NullMarked
package org.simrelay.kafka;

import org.jspecify.annotations.NullMarked;
