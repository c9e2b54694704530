/** Processes that the sandbox starts, and the promise that none outlives it. */
@NullMarked
package org.simrelay.sandbox.process;

import org.jspecify.annotations.NullMarked;
