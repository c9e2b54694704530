/** Whether a request that brought no answer is asked again. */
@NullMarked
package org.simrelay.retry;

import org.jspecify.annotations.NullMarked;
