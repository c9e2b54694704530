/** What a reply means: its outcome, its failure, its items. */
@NullMarked
package org.simrelay.reply;

import org.jspecify.annotations.NullMarked;
