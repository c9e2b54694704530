/** The kinds of faults that a story can have, a room of kinds a file. */
@NullMarked
package org.simrelay.chaos.faults;

import org.jspecify.annotations.NullMarked;
