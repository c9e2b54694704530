/** Where the requests of a sweep come from: the batches of an inventory, the pages of a list, a cursor, the account. */
@NullMarked
package org.simrelay.source;

import org.jspecify.annotations.NullMarked;
