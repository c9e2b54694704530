/** One place that masks: secrets, card numbers and control characters, in every text that leaves the service. */
@NullMarked
package org.simrelay.mask;

import org.jspecify.annotations.NullMarked;
