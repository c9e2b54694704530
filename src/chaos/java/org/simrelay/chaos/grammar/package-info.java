/** What a story is, and how one is drawn from a seed. */
@NullMarked
package org.simrelay.chaos.grammar;

import org.jspecify.annotations.NullMarked;
