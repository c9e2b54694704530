/** What a vendor's reply means: reading, judging, and finding the items in it. */
@NullMarked
package org.simrelay.reply;

import org.jspecify.annotations.NullMarked;
