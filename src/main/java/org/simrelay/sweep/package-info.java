/** One run of a poll over all its cards: its requests, its counts and its end. */
@NullMarked
package org.simrelay.sweep;

import org.jspecify.annotations.NullMarked;
