/** How sweeps begin, end, are suspended and resumed after a restart, and how failures are replayed. */
@NullMarked
package org.simrelay.lifecycle;

import org.jspecify.annotations.NullMarked;
