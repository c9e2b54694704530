/** One run of a poll: its requests, what is in flight, its counts and its result. */
@NullMarked
package org.simrelay.sweep;

import org.jspecify.annotations.NullMarked;
