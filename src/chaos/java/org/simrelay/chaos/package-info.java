/** The chaos test: draws stories of faults, plays them against the packaged service, and judges what came of it. */
@NullMarked
package org.simrelay.chaos;

import org.jspecify.annotations.NullMarked;
