/** How far a sweep has come, in Kafka, so that the next run can go on where one was cut. */
@NullMarked
package org.simrelay.checkpoint;

import org.jspecify.annotations.NullMarked;
