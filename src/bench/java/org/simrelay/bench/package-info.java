/** The benchmark: programs that do the same work, measured side by side on one machine. */
@NullMarked
package org.simrelay.bench;

import org.jspecify.annotations.NullMarked;
