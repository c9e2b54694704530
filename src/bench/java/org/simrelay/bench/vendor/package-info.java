/** A vendor that costs next to nothing: prebuilt replies, one thread, and a latency if asked for. */
@NullMarked
package org.simrelay.bench.vendor;

import org.jspecify.annotations.NullMarked;
