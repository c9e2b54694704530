/** The command line: run, once, check, preview, replay, test. */
@NullMarked
package org.simrelay.cli;

import org.jspecify.annotations.NullMarked;
