/** Signed requests: transaction ids and digests. */
@NullMarked
package org.simrelay.sign;

import org.jspecify.annotations.NullMarked;
