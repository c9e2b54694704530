/** The page and the API: the running service as one picture, and what may be done to its polls. */
@NullMarked
package org.simrelay.page;

import org.jspecify.annotations.NullMarked;
