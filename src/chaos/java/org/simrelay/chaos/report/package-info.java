/** Tells what was found, as a story short enough to be repeated. */
@NullMarked
package org.simrelay.chaos.report;

import org.jspecify.annotations.NullMarked;
