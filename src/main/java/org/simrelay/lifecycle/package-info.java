/** How sweeps begin, end and are stopped. */
@NullMarked
package org.simrelay.lifecycle;

import org.jspecify.annotations.NullMarked;
