/** The programs that are measured, each in a process of its own, and the words in which they are told to sweep. */
@NullMarked
package org.simrelay.bench.program;

import org.jspecify.annotations.NullMarked;
