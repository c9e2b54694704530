/** The cards to ask about, streamed from a file. */
@NullMarked
package org.simrelay.inventory;

import org.jspecify.annotations.NullMarked;
