/** One set of credentials of a vendor, and all that its sweeps share: permits, budget, breaker, threads, token, transaction ids. */
@NullMarked
package org.simrelay.account;

import org.jspecify.annotations.NullMarked;
