/** What the process itself lives on: its clocks and its memory. Imports nothing of the service. */
@NullMarked
package org.simrelay.jvm;

import org.jspecify.annotations.NullMarked;
