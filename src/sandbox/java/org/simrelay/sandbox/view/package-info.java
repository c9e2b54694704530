/** The viewer: what a person at a terminal sees of the sim.* topics. */
@NullMarked
package org.simrelay.sandbox.view;

import org.jspecify.annotations.NullMarked;
