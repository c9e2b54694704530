/** The file of cards: scanned, copied and read again, whatever happens to it meanwhile. */
@NullMarked
package org.simrelay.inventory;

import org.jspecify.annotations.NullMarked;
