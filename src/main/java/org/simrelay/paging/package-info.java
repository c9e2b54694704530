/** Lists that a vendor hands out in pages, and moves while they are read. */
@NullMarked
package org.simrelay.paging;

import org.jspecify.annotations.NullMarked;
