/** The vendor simulator: both vendors' documents, enforced to the letter, on one loopback port. */
@NullMarked
package org.simrelay.sandbox.vendor;

import org.jspecify.annotations.NullMarked;
