/** The command line: run, once, check, preview. */
@NullMarked
package org.simrelay.cli;

import org.jspecify.annotations.NullMarked;
