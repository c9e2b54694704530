/** The HTTP client of the vendors: its target, its deadlines, replies of bounded size. */
@NullMarked
package org.simrelay.http;

import org.jspecify.annotations.NullMarked;
