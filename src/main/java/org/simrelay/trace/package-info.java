/** Spans of OpenTelemetry about sweeps, their requests and attempts, masked before they leave; nothing of it runs unless it is switched on. */
@NullMarked
package org.simrelay.trace;

import org.jspecify.annotations.NullMarked;
