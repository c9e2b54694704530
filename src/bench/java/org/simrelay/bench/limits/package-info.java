/** What the service promises beside its speed, measured. */
@NullMarked
package org.simrelay.bench.limits;

import org.jspecify.annotations.NullMarked;
