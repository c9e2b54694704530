/** The HTTP server of {@code run}: health, metrics, and whatever else is served under a path. */
@NullMarked
package org.simrelay.web;

import org.jspecify.annotations.NullMarked;
