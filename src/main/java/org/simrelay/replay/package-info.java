/** Asking again for what stands in sim.failures. */
@NullMarked
package org.simrelay.replay;

import org.jspecify.annotations.NullMarked;
